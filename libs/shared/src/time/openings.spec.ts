import fc from 'fast-check';
import type { AvailabilityRule, Weekday } from '../menu/menu.js';
import { isWithinRules } from './availability-rules.js';
import { weekdayOf } from './calendar.js';
import { localMoment } from './local-time.js';
import { currentClosing, nextOpening } from './openings.js';

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const MINUTE = 60_000;
const at = (iso: string): number => Date.parse(iso);
const iso = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant).toISOString().replace(':00.000', '');
const rule = (fromMinute: number, toMinute: number, over: Partial<AvailabilityRule> = {}): AvailabilityRule => ({
  days: EVERY_DAY,
  fromMinute,
  toMinute,
  ...over,
});
const moment = (date: string, minute: number) => ({ date, minute, weekday: weekdayOf(date) });
const evenings = rule(1080, 1560);

describe('isWithinRules', () => {
  it.each([
    ['before six', '2026-06-01', 1079, false],
    ['at six', '2026-06-01', 1080, true],
    ['at a quarter to two in the night', '2026-06-02', 105, true],
    ['at two', '2026-06-02', 120, false],
  ])('is right for 18:00 to 02:00 %s', (_case, date, minute, expected) => {
    expect(isWithinRules([evenings], moment(date, minute))).toBe(expected);
  });

  it('lets days name the day on which the span begins', () => {
    const fridays = [rule(1080, 1560, { days: [5] })];
    expect(isWithinRules(fridays, moment('2026-06-06', 60))).toBe(true);
    expect(isWithinRules(fridays, moment('2026-06-05', 60))).toBe(false);
  });

  it('lets dates name the day on which the span begins', () => {
    const rules = [rule(1080, 1560, { fromDate: '2026-06-02', toDate: '2026-06-03', exceptDates: ['2026-06-03'] })];
    expect(isWithinRules(rules, moment('2026-06-02', 60))).toBe(false);
    expect(isWithinRules(rules, moment('2026-06-03', 60))).toBe(true);
    expect(isWithinRules(rules, moment('2026-06-03', 1100))).toBe(false);
    expect(isWithinRules(rules, moment('2026-06-04', 60))).toBe(false);
  });

  it('is always on without rules and never on with none in the list', () => {
    expect(isWithinRules(undefined, moment('2026-06-01', 0))).toBe(true);
    expect(isWithinRules([], moment('2026-06-01', 0))).toBe(false);
  });

  it('covers a whole second day up to 48:00', () => {
    expect(isWithinRules([rule(0, 2880, { days: [1] })], moment('2026-06-02', 1439))).toBe(true);
    expect(isWithinRules([rule(0, 2880, { days: [1] })], moment('2026-06-03', 0))).toBe(false);
  });
});

describe('nextOpening', () => {
  it.each([
    ['this evening', [evenings], '2026-06-01T10:00Z', '2026-06-01T16:00Z'],
    ['now, when open', [evenings], '2026-06-01T23:30Z', '2026-06-01T23:30Z'],
    ['where the skipped hour ends', [rule(150, 300)], '2026-03-28T23:00Z', '2026-03-29T01:00Z'],
    ['in the doubled hour', [rule(150, 300)], '2026-10-24T23:00Z', '2026-10-25T00:30Z'],
    ['never, when the season is over', [rule(0, 60, { toDate: '2026-01-01' })], '2026-06-01T10:00Z', undefined],
    ['never, with no rule', [], '2026-06-01T10:00Z', undefined],
    ['next summer', [rule(600, 660, { fromDate: '2027-06-01' })], '2026-06-02T10:00Z', '2027-06-01T08:00Z'],
  ])('finds %s', (_case, rules, from, expected) => {
    expect(iso(nextOpening(rules, at(from), 'Europe/Berlin'))).toBe(expected);
  });

  it('is now without rules', () => {
    expect(nextOpening(undefined, 5, 'UTC')).toBe(5);
  });

  it('passes over the day that Samoa skipped', () => {
    const rules = [rule(720, 780)];
    expect(iso(nextOpening(rules, at('2011-12-30T00:00Z'), 'Pacific/Apia'))).toBe('2011-12-30T22:00Z');
  });
});

describe('currentClosing', () => {
  it.each([
    ['at two in the night', [evenings], '2026-06-01T17:00Z', '2026-06-02T00:00Z'],
    ['later by the hour that is doubled', [rule(1080, 1680)], '2026-10-24T20:00Z', '2026-10-25T03:00Z'],
    ['adjoining spans as one', [rule(600, 840), rule(840, 1320)], '2026-06-01T09:00Z', '2026-06-01T20:00Z'],
    ['over midnight where days adjoin', [rule(0, 1440, { days: [1, 2] })], '2026-06-01T09:00Z', '2026-06-02T22:00Z'],
    ['not, when closed', [evenings], '2026-06-01T10:00Z', undefined],
    ['never, around the clock', [rule(0, 1440)], '2026-06-01T10:00Z', undefined],
  ])('closes %s', (_case, rules, from, expected) => {
    expect(iso(currentClosing(rules, at(from), 'Europe/Berlin'))).toBe(expected);
  });
});

describe('openings and closings against a minute by minute look at the clock', () => {
  const CHANGES: readonly (readonly [string, number])[] = [
    ['Europe/Berlin', at('2026-03-29T01:00Z')],
    ['Europe/Berlin', at('2026-10-25T01:00Z')],
    ['America/New_York', at('2026-11-01T06:00Z')],
    ['Pacific/Apia', at('2011-12-30T10:00Z')],
    ['Asia/Kathmandu', at('2026-06-01T18:15Z')],
    ['Australia/Lord_Howe', at('2026-10-03T15:30Z')],
  ];
  const rules = fc.array(
    fc
      .tuple(fc.nat({ max: 1439 }), fc.integer({ min: 1, max: 1440 }), fc.subarray([...EVERY_DAY], { minLength: 1 }))
      .map(([from, length, days]) => rule(from, Math.min(2880, from + length), { days })),
    { minLength: 1, maxLength: 3 },
  );
  const HORIZON = 2000;

  const scan = (from: number, timezone: string, all: AvailabilityRule[], wanted: boolean): number | undefined => {
    for (let minute = 0; minute < HORIZON; minute += 1) {
      const instant = from + minute * MINUTE;
      if (isWithinRules(all, localMoment(instant, timezone)) === wanted) return instant;
    }
    return undefined;
  };

  it('agrees in both clock-change nights', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANGES), fc.integer({ min: -1500, max: 300 }), rules, (change, off, all) => {
        const [timezone, changeMs] = change;
        const from = changeMs + off * MINUTE;
        const opening = nextOpening(all, from, timezone);
        const scanned = scan(from, timezone, all, true);
        if (scanned === undefined) expect((opening ?? Infinity) >= from + HORIZON * MINUTE).toBe(true);
        else expect(iso(opening)).toBe(iso(scanned));
        if (opening !== from) return;
        const closing = currentClosing(all, from, timezone);
        const scannedClosing = scan(from, timezone, all, false);
        if (scannedClosing !== undefined) expect(iso(closing)).toBe(iso(scannedClosing));
      }),
      { numRuns: 60 },
    );
  });
});
