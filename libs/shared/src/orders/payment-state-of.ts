import type { Minor } from '../money/currency.js';
import type { PaymentState } from './order-state.js';

/** What was promised, paid and given back for an order. `paidMinor` counts before refunds. */
export interface PaymentAmounts {
  readonly totalMinor: Minor;
  readonly authorisedMinor: Minor;
  readonly paidMinor: Minor;
  readonly refundedMinor: Minor;
}

/** The payment axis of an order, derived from its amounts. An order over 0 owes nothing: it is paid. */
export function paymentStateOf(amounts: PaymentAmounts): PaymentState {
  const { totalMinor, authorisedMinor, paidMinor, refundedMinor } = amounts;
  if (refundedMinor > 0) return refundedMinor >= paidMinor ? 'refunded' : 'partly-refunded';
  if (paidMinor >= totalMinor) return 'paid';
  if (paidMinor > 0) return 'partly-paid';
  return authorisedMinor > 0 ? 'authorised' : 'unpaid';
}
