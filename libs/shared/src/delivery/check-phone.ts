import type { FulfilmentType } from '../orders/fulfilment.js';
import type { GuestContact } from '../orders/order-contracts.js';
import type { BasketProblem } from '../pricing/basket-problem.js';

/** The digits of the shortest number that somebody can be called at. */
const FEWEST_DIGITS = 6;

/** Whether it has as many digits as a number that can be called, in whatever script and however it is set apart. */
export function isCallable(phone: string): boolean {
  return (phone.match(/\p{Nd}/gu) ?? []).length >= FEWEST_DIGITS;
}

/** Whoever brings a delivery may have to ask for the door: what keeps them from calling. */
export function checkPhone(type: FulfilmentType, guest: GuestContact | undefined): BasketProblem[] {
  if (type !== 'delivery' || isCallable(guest?.phone ?? '')) return [];
  const detail = 'Give a telephone number at which whoever brings it can call.';
  return [{ pointer: '/guest/phone', code: 'phone_required', detail }];
}
