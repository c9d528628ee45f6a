import { addDays, localMoment } from '@comanda/shared';
import { formatClockTime } from '../../core/time/clock-time.pipe';

/** A moment as people say it: `19:40`, `tomorrow, 04:00`, `yesterday, 22:10`, `3 Dec, 12:00`. */
export function momentWords(instant: string | number, nowMs: number, timezone: string): string {
  const clock = formatClockTime(instant, timezone, 'en');
  const day = localMoment(new Date(instant).getTime(), timezone).date;
  const today = localMoment(nowMs, timezone).date;
  if (day === today) return clock;
  if (day === addDays(today, 1)) return `tomorrow, ${clock}`;
  if (day === addDays(today, -1)) return `yesterday, ${clock}`;
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: timezone });
  return `${date.format(new Date(instant))}, ${clock}`;
}
