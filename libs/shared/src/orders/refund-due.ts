import type { Minor } from '../money/currency.js';
import type { OrderState } from './order-state.js';

/** What an order costs and what was taken for it, less what was given back. */
export interface TakenMoney {
  readonly state: OrderState;
  readonly totalMinor: Minor;
  readonly paidMinor: Minor;
}

const NOT_SOLD: readonly OrderState[] = ['cancelled', 'rejected', 'expired'];

/** What has to be given back, in minor units: all that was taken for an order that is not sold, else what is beyond its total. */
export function refundDueMinor({ state, totalMinor, paidMinor }: TakenMoney): Minor {
  return Math.max(0, paidMinor - (NOT_SOLD.includes(state) ? 0 : totalMinor));
}
