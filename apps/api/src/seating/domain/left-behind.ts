import { businessDate } from '@comanda/shared';

/** Guests who order late go on after the day's end; who has ordered nothing for so long has gone. */
const GONE_AFTER_MS = 4 * 3_600_000;
const DAY_MS = 86_400_000;

interface Place {
  readonly timezone: string;
  readonly businessDayCutoffMinute: number;
}

/** Business days between the beginning of a sitting and now; 0 for one of today. */
export function daysOpen({ timezone, businessDayCutoffMinute }: Place, openedAt: number, now: number): number {
  const [from, to] = [openedAt, now].map((at) => Date.parse(businessDate(at, timezone, businessDayCutoffMinute)));
  return Math.max(0, Math.round(((to ?? 0) - (from ?? 0)) / DAY_MS));
}

/** True for a sitting that nobody ended on its own business day and whose guests have gone: whoever comes now is somebody else. */
export function isLeftBehind(
  place: Place,
  { openedAt, lastRoundAt }: { readonly openedAt: number; readonly lastRoundAt: number | null },
  now: number,
): boolean {
  return daysOpen(place, openedAt, now) > 0 && now - Math.max(openedAt, lastRoundAt ?? 0) >= GONE_AFTER_MS;
}
