import type { Minor, PaymentState, TaxAmount, TicketLineState } from '@comanda/shared';
import { paymentStateOf } from '@comanda/shared';
import { rebill } from './rebill.js';
import type { Bill, BillAmounts, BilledLine } from './rebill.js';

interface ExchangedLine extends BilledLine {
  readonly kind: 'dish' | 'option';
  readonly quantity: number;
  readonly kitchenState: TicketLineState;
}

/** What leaves an order's bill, and what comes on it. */
export interface Exchange<Line extends ExchangedLine = ExchangedLine> {
  /** Those that are there already. */
  readonly lines: readonly Line[];
  readonly gone: ReadonlySet<string>;
  readonly added?: readonly Line[];
  /** The rates of what is added; a class that is on the bill already keeps the bill's. */
  readonly rates?: readonly TaxAmount[];
}

export interface Restated extends BillAmounts {
  readonly itemCount: number;
  readonly paymentState: PaymentState;
}

/** The order's amounts after an exchange of lines. Sets those of the lines: what is gone costs nothing. */
export function restate(
  bill: Bill & { readonly paidMinor: Minor; readonly paymentState: PaymentState },
  { lines, gone, added = [], rates = [] }: Exchange,
): Restated {
  for (const line of lines.filter(({ id }) => gone.has(id))) Object.assign(line, { totalMinor: 0, taxMinor: 0 });
  const all = [...lines, ...added];
  const known = new Set(bill.taxes.map(({ taxClass }) => taxClass));
  const taxes = [...bill.taxes, ...rates.filter(({ taxClass }) => !known.has(taxClass))];
  const amounts = rebill(all, { ...bill, taxes });
  const left = all.filter(
    ({ id, kind, kitchenState }) => kind === 'dish' && !gone.has(id) && kitchenState !== 'cancelled',
  );
  const { totalMinor } = amounts;
  return {
    ...amounts,
    itemCount: left.reduce((sum, { quantity }) => sum + quantity, 0),
    // Money that was given back before stays given back, until something is owed again.
    paymentState:
      isRefunded(bill) && bill.paidMinor >= totalMinor
        ? bill.paymentState
        : paymentStateOf({ totalMinor, paidMinor: bill.paidMinor, authorisedMinor: 0, refundedMinor: 0 }),
  };
}

/** To compare what a line cost with what it costs. */
export function amountsOf({ totalMinor, taxMinor }: BilledLine): string {
  return `${totalMinor} ${taxMinor}`;
}

function isRefunded({ paymentState }: { readonly paymentState: PaymentState }): boolean {
  return paymentState === 'partly-refunded' || paymentState === 'refunded';
}
