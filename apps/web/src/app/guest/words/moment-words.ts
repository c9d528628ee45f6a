import { LOCALE_ID, inject } from '@angular/core';
import { localMoment } from '@comanda/shared';
import { formatClockTime } from '../../core/time/clock-time.pipe';

/** Times as people say them: "18:00", "tomorrow 12:00", "Friday 12:00". Ask for it where something can be injected. */
export function injectMomentWords(): (instant: string, timezone: string, nowMs: number) => string {
  const locale = inject(LOCALE_ID);
  return (instant, timezone, nowMs) => momentWords(instant, timezone, nowMs, locale);
}

const DAY_MS = 86_400_000;

export function momentWords(instant: string, timezone: string, nowMs: number, locale: string): string {
  const time = formatClockTime(instant, timezone, locale);
  const ahead = daysBetween(localMoment(nowMs, timezone).date, localMoment(Date.parse(instant), timezone).date);
  if (ahead <= 0) return time;
  if (ahead === 1) return $localize`:@@guest.moment.tomorrow:tomorrow ${time}:time:`;
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: timezone,
    ...(ahead < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }),
  }).format(new Date(instant));
  return $localize`:@@guest.moment.later:${day}:day: ${time}:time:`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
