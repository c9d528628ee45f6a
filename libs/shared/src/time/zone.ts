import { DAY_MS, MINUTE_MS, wallOf } from './calendar.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock in a zone shows at an instant, as milliseconds of a clock that knows no zones. */
export function wallAt(instantMs: number, timezone: string): number {
  return instantMs + offsetAt(instantMs, timezone);
}

/** Since then every zone changes its clocks at a quarter of an hour of UTC (tz database), some before at a minute past. */
const ON_QUARTERS_SINCE_MS = Date.UTC(2016, 0);
const QUARTER_MS = 15 * MINUTE_MS;
const MOST_KNOWN = 50_000;
const known = new Map<string, number>();

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instantMs: number, timezone: string): number {
  if (instantMs < ON_QUARTERS_SINCE_MS) return offsetByFormat(instantMs, timezone);
  const name = `${timezone} ${Math.floor(instantMs / QUARTER_MS)}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const offsetMs = offsetByFormat(instantMs, timezone);
  known.set(name, offsetMs);
  return offsetMs;
}

/** A format costs a thousand times what a look into memory does. */
function offsetByFormat(instantMs: number, timezone: string): number {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(timezone).formatToParts(instantMs)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value);
  }
  const wallMs = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return wallMs - Math.floor(instantMs / 1000) * 1000;
}

/**
 * The instant at which the clock on the wall shows a date and minute. Minutes may pass 1440 into the next day.
 * In the hour that is skipped in spring the instant moves forward by what is skipped; of the doubled hour in autumn
 * it is the first (RFC 5545, section 3.3.5).
 */
export function instantOf(date: string, minute: number, timezone: string): number {
  const wallMs = wallOf(date) + minute * MINUTE_MS;
  // No zone is further than 14 hours from UTC: a day to either side lies before and after any change nearby.
  const before = offsetAt(wallMs - DAY_MS, timezone);
  const after = offsetAt(wallMs + DAY_MS, timezone);
  const instants = [wallMs - before, wallMs - after].filter((instant) => wallAt(instant, timezone) === wallMs);
  return instants.length === 0 ? wallMs - before : Math.min(...instants);
}

/** Building a format costs a hundred times what using it does. */
function formatOf(timezone: string): Intl.DateTimeFormat {
  const ready = formats.get(timezone);
  if (ready) return ready;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timezone, made);
  return made;
}
