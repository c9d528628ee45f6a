import type { OrderState } from '../orders/order-state.js';
import type { TicketCommand, TicketConcern, TicketLineState, TicketState } from './kitchen-state.js';

/** Where each command leads a line of a ticket. What is not listed is refused. */
export const TICKET_LINE_TRANSITIONS: Readonly<
  Record<TicketLineState, Readonly<Partial<Record<TicketCommand, TicketLineState>>>>
> = {
  held: { fire: 'fired', withdraw: 'cancelled' },
  fired: { start: 'started', 'finish-line': 'ready', bump: 'ready', withdraw: 'cancelled' },
  started: { 'finish-line': 'ready', bump: 'ready', withdraw: 'cancelled' },
  ready: { recall: 'started', 'reopen-line': 'started', withdraw: 'cancelled', 'hand-over': 'handed' },
  // A dish that the guest has can come back: any ticket of the day can be recalled.
  handed: { recall: 'started' },
  // The cook's acknowledgement is noted beside the state; the line stays what it is.
  cancelled: { acknowledge: 'cancelled' },
};

/** The state into which a command leads a line, or undefined when the command is not allowed there. */
export function nextTicketLineState(state: TicketLineState, command: TicketCommand): TicketLineState | undefined {
  return TICKET_LINE_TRANSITIONS[state][command];
}

/**
 * The state of a ticket, derived from its lines. Cancelled lines do not count while others are left; a ticket with
 * nothing else is `cancelled` until the cook acknowledges it, then `closed`.
 */
export function ticketStateOf(
  lineStates: readonly TicketLineState[],
  facts: { readonly acknowledged?: boolean } = {},
): TicketState {
  if (lineStates.length === 0) return 'closed';
  const live = lineStates.filter((state) => state !== 'cancelled');
  if (live.length === 0) return facts.acknowledged ? 'closed' : 'cancelled';
  if (live.every((state) => state === 'handed')) return 'handed';
  const toMake = live.filter((state) => state !== 'handed' && state !== 'ready');
  if (toMake.length === 0) return 'ready';
  if (toMake.every((state) => state === 'held')) return 'held';
  return live.every((state) => state === 'held' || state === 'fired') ? 'fired' : 'started';
}

const ON_BOARD: readonly TicketState[] = ['held', 'fired', 'started', 'cancelled'];

/** True while a cook has something to do with the ticket, or something to acknowledge. */
export function isOnBoard({ state, awaits }: { state: TicketState; awaits: readonly TicketConcern[] }): boolean {
  return ON_BOARD.includes(state) || awaits.includes('change');
}

const PACE: readonly TicketLineState[] = ['held', 'fired', 'started', 'ready', 'handed'];

/** The slowest of several parts: what a guest's line waits for. Cancelled parts count only when all are; no part at all is `held`. */
export function slowestState(states: readonly TicketLineState[]): TicketLineState {
  const slowest = PACE.find((state) => states.includes(state));
  return slowest ?? (states.length === 0 ? 'held' : 'cancelled');
}

/** Whether the kitchen has the dish and the guest does not: then staff may change it, or put another in its place. */
export function isDishChangeable(order: OrderState, dish: TicketLineState): boolean {
  return (order === 'in-kitchen' || order === 'ready') && nextTicketLineState(dish, 'withdraw') !== undefined;
}
