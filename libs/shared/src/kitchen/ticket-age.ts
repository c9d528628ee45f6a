import type { TicketView } from './kitchen-contracts.js';

/** How a ticket stands against its promised time. */
export interface TicketAge {
  readonly elapsedSeconds: number;
  readonly level: 'normal' | 'due-soon' | 'late';
}

type Clocked = Pick<TicketView, 'firedAt' | 'dueAt'> & Partial<Pick<TicketView, 'state' | 'readyAt'>>;

/** Of the promised time, so much must have gone by before a ticket is due soon. */
const DUE_SOON_PERCENT = 75;

/** The age of a ticket since it was first fired; the clock stops while it is ready. */
export function ticketAge(ticket: Clocked, nowMs: number): TicketAge {
  const firedMs = Date.parse(ticket.firedAt);
  const elapsedMs = Math.max(0, stoppedAt(ticket, nowMs) - firedMs);
  const promisedMs = Date.parse(ticket.dueAt) - firedMs;
  return { elapsedSeconds: Math.floor(elapsedMs / 1000), level: levelOf(elapsedMs, promisedMs) };
}

function levelOf(elapsedMs: number, promisedMs: number): TicketAge['level'] {
  if (elapsedMs >= promisedMs) return 'late';
  return elapsedMs * 100 >= promisedMs * DUE_SOON_PERCENT ? 'due-soon' : 'normal';
}

function stoppedAt(ticket: Clocked, nowMs: number): number {
  const done = ticket.state === 'ready' || ticket.state === 'handed';
  return done && ticket.readyAt !== undefined ? Math.min(nowMs, Date.parse(ticket.readyAt)) : nowMs;
}
