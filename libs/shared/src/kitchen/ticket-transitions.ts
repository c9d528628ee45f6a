import type { TicketCommand, TicketLineState, TicketState } from './kitchen-state.js';

/** Where each command leads a line of a ticket. What is not listed is refused. */
export const TICKET_LINE_TRANSITIONS: Readonly<
  Record<TicketLineState, Readonly<Partial<Record<TicketCommand, TicketLineState>>>>
> = {
  held: { withdraw: 'cancelled' },
  fired: { start: 'started', 'finish-line': 'ready', bump: 'ready', withdraw: 'cancelled' },
  started: { 'finish-line': 'ready', bump: 'ready', withdraw: 'cancelled' },
  ready: { recall: 'started', withdraw: 'cancelled', 'hand-over': 'handed' },
  handed: {},
  // The cook's acknowledgement closes the ticket; the line stays what it is.
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
  if (live.every((state) => state === 'handed' || state === 'ready')) return 'ready';
  return live.every((state) => state === 'held' || state === 'fired') ? 'fired' : 'started';
}

const PACE: readonly TicketLineState[] = ['held', 'fired', 'started', 'ready', 'handed'];

/** The slowest of several parts: what a guest's line waits for. Cancelled parts count only when all are; no part at all is `held`. */
export function slowestState(states: readonly TicketLineState[]): TicketLineState {
  const slowest = PACE.find((state) => states.includes(state));
  return slowest ?? (states.length === 0 ? 'held' : 'cancelled');
}
