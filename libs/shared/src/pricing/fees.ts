import type { DeliveryZone } from '../delivery/delivery-zone.js';
import { deliveryFeeMinor } from '../delivery/delivery-zone.js';
import type { Minor } from '../money/currency.js';
import { STANDARD_TAX_CLASS } from '../tax/tax-rates-at.js';

export const FEE_KINDS = ['delivery'] as const;
export type FeeKind = (typeof FEE_KINDS)[number];

/** Something besides dishes that the bill names. */
export interface PricedFee {
  readonly kind: FeeKind;
  readonly amountMinor: Minor;
  readonly taxClass: string;
  /** Its share of the tax on the bill. */
  readonly taxMinor: Minor;
}

/** The fees of an order with dishes for so much; a way that costs nothing is named all the same. */
export function feesOf(
  zone: Pick<DeliveryZone, 'feeMinor' | 'freeFromMinor' | 'taxClass'> | undefined,
  subtotalMinor: Minor,
): PricedFee[] {
  if (!zone) return [];
  const { taxClass = STANDARD_TAX_CLASS } = zone;
  return [{ kind: 'delivery', amountMinor: deliveryFeeMinor(zone, subtotalMinor), taxClass, taxMinor: 0 }];
}
