import { LOCALE_ID, Pipe, type PipeTransform, inject } from '@angular/core';

/** `2026-03-01T19:40:00Z` as the clock on the restaurant's wall shows it: `19:40`. */
@Pipe({ name: 'clockTime' })
export class ClockTimePipe implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(instant: string | number, timezone: string): string {
    return formatClockTime(instant, timezone, this.locale);
  }
}

export function formatClockTime(instant: string | number, timezone: string, locale: string): string {
  return formatter(locale, timezone).format(new Date(instant));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  formatters.set(key, made);
  return made;
}
