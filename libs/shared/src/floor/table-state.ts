import type { TicketLineState } from '../kitchen/kitchen-state.js';
import type { OrderState } from '../orders/order-state.js';

/** What a waiter must know of a table at a glance, the most urgent last. */
export const TABLE_STATES = ['free', 'seated', 'served', 'ordered', 'wants-bill', 'food-waiting'] as const;
export type TableState = (typeof TABLE_STATES)[number];

export const CALL_KINDS = ['waiter', 'bill'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** A round as far as the table's state depends on it; instants in milliseconds. */
export interface RoundAtTable {
  readonly state: OrderState;
  readonly placedAt: number;
  readonly lines: readonly { readonly kitchenState: TicketLineState }[];
}

export interface CallAtTable {
  readonly kind: CallKind;
  readonly calledAt: number;
}

/** What is known of an occupied table; instants in milliseconds. */
export interface TableFacts {
  readonly openedAt: number;
  readonly rounds: readonly RoundAtTable[];
  readonly calls: readonly CallAtTable[];
  /** When the dish that waits longest at the pass was done. */
  readonly foodSince?: number;
}

export interface TableStanding {
  readonly state: TableState;
  /** When that state began, in milliseconds. */
  readonly since: number;
}

const GONE: readonly OrderState[] = ['cancelled', 'rejected', 'expired'];
const OUTSTANDING: readonly TicketLineState[] = ['held', 'fired', 'started', 'ready'];

/** An order that somebody still eats or pays for. */
export function isSold({ state }: { readonly state: OrderState }): boolean {
  return !GONE.includes(state);
}

/** True while the guests do not have all of a round. */
export function isOpenRound(round: RoundAtTable): boolean {
  if (!isSold(round) || round.state === 'completed') return false;
  return round.lines.some(({ kitchenState }) => OUTSTANDING.includes(kitchenState));
}

/**
 * The state of an occupied table: cold food is worse than a bill that waits, a bill is worse than food that is being
 * made. The bill is wanted from the last call for it on, until somebody orders again.
 */
export function tableStanding({ openedAt, rounds, calls, foodSince }: TableFacts): TableStanding {
  const sold = rounds.filter(isSold);
  if (foodSince !== undefined) return { state: 'food-waiting', since: foodSince };
  const lastRound = Math.max(openedAt, ...sold.map(({ placedAt }) => placedAt));
  const bills = calls.filter(({ kind, calledAt }) => kind === 'bill' && calledAt >= lastRound);
  if (bills.length > 0) return { state: 'wants-bill', since: Math.min(...bills.map(({ calledAt }) => calledAt)) };
  const open = sold.filter(isOpenRound);
  if (open.length > 0) return { state: 'ordered', since: Math.min(...open.map(({ placedAt }) => placedAt)) };
  if (sold.length > 0) return { state: 'served', since: lastRound };
  return { state: 'seated', since: openedAt };
}
