import type { AvailabilityRule } from '../menu/menu.js';
import { beginsOn, isWithinRules } from './availability-rules.js';
import { addDays, DAY_MS, dateOfWall, MINUTE_MS, wallOf } from './calendar.js';
import { offsetAt, wallAt } from './zone.js';

/** How far ahead an opening is looked for, and how far a closing. */
const OPENING_HORIZON_DAYS = 400;
const CLOSING_HORIZON_DAYS = 32;

type Rules = readonly AvailabilityRule[] | undefined;

/** A stretch of time in which the clocks do not change. */
interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offsetMs: number;
}

/** The first instant from `fromMs` on at which a rule holds (`fromMs` itself when one does already), when there is one within 400 days. */
export function nextOpening(rules: Rules, fromMs: number, timezone: string): number | undefined {
  if (!rules) return fromMs;
  for (const stretch of stretches(fromMs, OPENING_HORIZON_DAYS, timezone)) {
    const opening = earliest(spansIn(rules, stretch).map((span) => span.fromMs));
    if (opening !== undefined) return opening;
  }
  return undefined;
}

/** The instant at which what is on at `atMs` goes off, adjoining spans taken together; undefined when it is off, or on for more than a month. */
export function currentClosing(rules: Rules, atMs: number, timezone: string): number | undefined {
  if (!rules || !isOn(rules, atMs, timezone)) return undefined;
  let closing = atMs;
  for (const stretch of stretches(atMs, CLOSING_HORIZON_DAYS, timezone)) {
    const spans = spansIn(rules, stretch).sort((a, b) => a.fromMs - b.fromMs);
    for (const span of spans) {
      if (span.fromMs > closing) return closing;
      closing = Math.max(closing, span.untilMs);
    }
    if (closing < stretch.untilMs) return closing;
  }
  return undefined;
}

function isOn(rules: Rules, atMs: number, timezone: string): boolean {
  const wallMs = wallAt(atMs, timezone);
  const date = dateOfWall(wallMs);
  return isWithinRules(rules, { date, minute: Math.floor((wallMs - wallOf(date)) / MINUTE_MS) });
}

/** Day by day, cut where the clocks change: in each stretch wall time runs as evenly as real time. */
function* stretches(fromMs: number, days: number, timezone: string): Generator<Stretch> {
  let start = fromMs;
  let offsetMs = offsetAt(start, timezone);
  for (let day = 1; day <= days; day += 1) {
    const end = fromMs + day * DAY_MS;
    const endOffset = offsetAt(end, timezone);
    if (endOffset !== offsetMs) {
      const change = changeBetween(start, end, timezone);
      yield { fromMs: start, untilMs: change, offsetMs };
      start = change;
    }
    yield { fromMs: start, untilMs: end, offsetMs: endOffset };
    start = end;
    offsetMs = endOffset;
  }
}

/** The first instant of the new offset, to the second. */
function changeBetween(startMs: number, endMs: number, timezone: string): number {
  const old = offsetAt(startMs, timezone);
  let before = Math.floor(startMs / 1000);
  let after = Math.ceil(endMs / 1000);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * 1000, timezone) === old) before = middle;
    else after = middle;
  }
  return after * 1000;
}

/** The parts of the rules' spans that fall into a stretch. */
function spansIn(rules: readonly AvailabilityRule[], stretch: Stretch): { fromMs: number; untilMs: number }[] {
  const last = dateOfWall(stretch.untilMs + stretch.offsetMs);
  const spans: { fromMs: number; untilMs: number }[] = [];
  // A span may have begun the day before.
  for (let date = addDays(dateOfWall(stretch.fromMs + stretch.offsetMs), -1); date <= last; date = addDays(date, 1)) {
    const midnight = wallOf(date) - stretch.offsetMs;
    for (const rule of rules.filter((each) => beginsOn(each, date))) {
      const fromMs = Math.max(stretch.fromMs, midnight + rule.fromMinute * MINUTE_MS);
      const untilMs = Math.min(stretch.untilMs, midnight + rule.toMinute * MINUTE_MS);
      if (fromMs < untilMs) spans.push({ fromMs, untilMs });
    }
  }
  return spans;
}

function earliest(instants: readonly number[]): number | undefined {
  return instants.length === 0 ? undefined : Math.min(...instants);
}
