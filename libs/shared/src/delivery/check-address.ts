import type { FulfilmentRequest } from '../orders/order-contracts.js';
import type { BasketProblem } from '../pricing/basket-problem.js';
import type { DeliveryZone } from './delivery-zone.js';
import { zoneOf } from './delivery-zone.js';

/** The zone to which an order goes; undefined for one that nobody brings, or that nobody can bring. */
export function zoneFor(
  zones: readonly DeliveryZone[],
  { type, address }: FulfilmentRequest,
): DeliveryZone | undefined {
  return type === 'delivery' && address ? zoneOf(zones, address) : undefined;
}

/** What keeps a delivery from being brought: no address, or one that no zone reaches. */
export function checkAddress(zones: readonly DeliveryZone[], fulfilment: FulfilmentRequest): BasketProblem[] {
  const { type, address } = fulfilment;
  if (type !== 'delivery') return [];
  if (!address) return [addressRequired()];
  return zoneFor(zones, fulfilment) ? [] : [outsideDeliveryZone(address.postcode)];
}

const addressRequired = (): BasketProblem => ({
  pointer: '/fulfilment/address',
  code: 'address_required',
  detail: 'Say where it is to be brought.',
});

const outsideDeliveryZone = (actual: string): BasketProblem => ({
  pointer: '/fulfilment/address/postcode',
  code: 'outside_delivery_zone',
  detail: 'The restaurant does not deliver to this address. Choose another address, or pick it up.',
  actual,
});
