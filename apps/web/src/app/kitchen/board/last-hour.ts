import type { TicketView } from '@comanda/shared/kitchen';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import { stopwatch } from '../ticket/ticket-words';

const HOUR_MS = 3_600_000;

/** How long the tickets took that were bumped in the last hour, as far as this screen has seen it; null when none was. */
export function lastHour(tickets: readonly TicketView[], nowMs: number): string | null {
  const took = tickets.flatMap(({ readyAt, startAt }) => {
    const readyMs = Date.parse(readyAt ?? '');
    return readyMs > nowMs - HOUR_MS ? [Math.max(0, readyMs - Date.parse(startAt))] : [];
  });
  if (took.length === 0) return null;
  const averageMs = took.reduce((sum, ms) => sum + ms, 0) / took.length;
  return KITCHEN_TEXTS.lastHour(took.length, stopwatch(Math.round(averageMs / 1000)));
}
