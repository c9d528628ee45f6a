import { addDays, DAY_MS, dateOfWall, MINUTE_MS, weekdayOf } from './calendar.js';
import type { LocalMoment } from './local-moment.js';
import { instantOf, wallAt } from './zone.js';

/** What the clock and calendar on the restaurant's wall show at an instant. */
export function localMoment(instantMs: number, timezone: string): LocalMoment {
  const wallMs = wallAt(instantMs, timezone);
  const date = dateOfWall(wallMs);
  const minute = Math.floor((((wallMs % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
  return { date, weekday: weekdayOf(date), minute };
}

/**
 * The business day to which an instant belongs: it runs from the cut-off on its date to the cut-off on the next, so
 * that sales after midnight still count for the evening. It never goes back, not in the doubled hour either.
 */
export function businessDate(instantMs: number, timezone: string, cutoffMinute: number): string {
  let date = addDays(dateOfWall(wallAt(instantMs, timezone)), 1);
  while (instantMs < instantOf(date, cutoffMinute, timezone)) date = addDays(date, -1);
  return date;
}
