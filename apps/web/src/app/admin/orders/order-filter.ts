import { FULFILMENT_TYPES, type FulfilmentType, type OrderSummaryView } from '@comanda/shared';
import { laneOf } from './lanes';

/** What the address says about which orders to show. */
export interface OrderFilter {
  readonly show: 'open' | 'over';
  readonly type: FulfilmentType | null;
  readonly unpaid: boolean;
  /** Number, table or name. */
  readonly text: string;
}

export interface FilterParams {
  readonly show?: string | undefined;
  readonly type?: string | undefined;
  readonly pay?: string | undefined;
  readonly q?: string | undefined;
}

export function readFilter({ show, type, pay, q }: FilterParams): OrderFilter {
  return {
    show: show === 'over' ? 'over' : 'open',
    type: FULFILMENT_TYPES.find((each) => each === type) ?? null,
    unpaid: pay === 'unpaid',
    text: q ?? '',
  };
}

export function matches(order: OrderSummaryView, { show, type, unpaid, text }: OrderFilter): boolean {
  return (
    (laneOf(order) === 'over') === (show === 'over') &&
    (type === null || order.fulfilment.type === type) &&
    (!unpaid || owes(order)) &&
    matchesText(order, text)
  );
}

/** True while money is still to be taken for it. */
export function owes({ state, paidMinor, totalMinor }: Pick<OrderSummaryView, 'state' | 'paidMinor' | 'totalMinor'>) {
  return state !== 'cancelled' && state !== 'rejected' && state !== 'expired' && paidMinor < totalMinor;
}

function matchesText({ number, fulfilment, guestName }: OrderSummaryView, text: string): boolean {
  const wanted = text.trim().toLowerCase().replace(/^#/, '');
  if (wanted === '') return true;
  if (String(number) === wanted) return true;
  const table = fulfilment.tableName === undefined ? '' : `table ${fulfilment.tableName}`;
  return `${table} ${guestName ?? ''}`.toLowerCase().includes(wanted);
}
