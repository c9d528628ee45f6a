import type { TicketView } from './ticket-contracts.js';

/** How a ticket stands against its promised time. */
export interface TicketAge {
  /** Since it appeared at its station; 0 before. */
  readonly elapsedSeconds: number;
  readonly level: 'normal' | 'due-soon' | 'late';
}

type Clocked = Pick<TicketView, 'startAt' | 'dueSoonAt' | 'dueAt'> & Partial<Pick<TicketView, 'state' | 'readyAt'>>;

/** The age of a ticket since it first appeared; the clock stops while it is ready, and a recall does not reset it. */
export function ticketAge(ticket: Clocked, nowMs: number): TicketAge {
  const at = stoppedAt(ticket, nowMs);
  const elapsedMs = Math.max(0, at - Date.parse(ticket.startAt));
  return { elapsedSeconds: Math.floor(elapsedMs / 1000), level: levelOf(ticket, at) };
}

function levelOf({ dueSoonAt, dueAt }: Clocked, at: number): TicketAge['level'] {
  if (at >= Date.parse(dueAt)) return 'late';
  return at >= Date.parse(dueSoonAt) ? 'due-soon' : 'normal';
}

function stoppedAt(ticket: Clocked, nowMs: number): number {
  const done = ticket.state === 'ready' || ticket.state === 'handed';
  return done && ticket.readyAt !== undefined ? Math.min(nowMs, Date.parse(ticket.readyAt)) : nowMs;
}
