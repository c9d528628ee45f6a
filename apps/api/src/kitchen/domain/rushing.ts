import { deriveTimes } from './derived-ticket.js';
import type { KitchenTicketWithLines } from './kitchen-line.js';

type Whole = KitchenTicketWithLines & { readonly ticket: { rush: boolean } };

export interface Rush {
  readonly rush: boolean;
  readonly now: number;
  readonly station: { readonly dueSoonSeconds: number };
}

export function isRushed({ ticket }: Whole): boolean {
  return ticket.rush;
}

/** In a rush what was to start later starts now. When it is taken back the times stay: nobody un-starts a dish. */
export function rush({ ticket, lines }: Whole, { rush: wanted, now, station }: Rush): void {
  ticket.rush = wanted;
  if (!wanted) return;
  for (const line of lines) {
    if (line.state !== 'fired' || line.startAt === null || line.startAt <= now) continue;
    const takes = (line.dueAt ?? line.startAt) - line.startAt;
    Object.assign(line, { startAt: now, dueAt: now + takes });
  }
  deriveTimes({ ticket, lines }, station);
}
