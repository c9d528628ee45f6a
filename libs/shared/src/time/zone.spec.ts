import fc from 'fast-check';
import { addDays, isDate, weekdayOf } from './calendar.js';
import { businessDate, localMoment } from './local-time.js';
import { instantOf, offsetAt } from './zone.js';

const at = (iso: string): number => Date.parse(iso);
const ZONES = [
  'Europe/Berlin',
  'Europe/Lisbon',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'America/Havana',
  'UTC',
];
const zones = fc.constantFrom(...ZONES);
const instants = fc
  .integer({ min: at('2005-01-01T00:00:00Z') / 1000, max: at('2035-01-01T00:00:00Z') / 1000 })
  .map((seconds) => seconds * 1000);
/** Instants within a day of a clock change. */
const nights = fc
  .tuple(
    fc.constantFrom(
      '2026-03-29T01:00:00Z',
      '2026-10-25T01:00:00Z',
      '2026-03-08T07:00:00Z',
      '2026-11-01T06:00:00Z',
      '2011-12-30T10:00:00Z',
      '2026-04-04T15:00:00Z',
      '2026-10-03T15:30:00Z',
    ),
    fc.integer({ min: -1500, max: 1500 }),
  )
  .map(([change, minutes]) => at(change) + minutes * 60_000);
const moments = fc.oneof(instants, nights);

describe('what the clock of a zone is ahead', () => {
  const shown = (instantMs: number, timeZone: string): number => {
    const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
      instantMs,
    );
    return at(`${text.replace(' ', 'T')}Z`) - instantMs;
  };

  it('is the same within a quarter of an hour, in every zone', () => {
    const all = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const quarters = fc.integer({
      min: at('2016-01-01T00:00:00Z') / 900_000,
      max: at('2037-01-01T00:00:00Z') / 900_000,
    });
    fc.assert(
      fc.property(
        all,
        fc.oneof(
          quarters,
          nights.map((night) => Math.floor(night / 900_000)),
        ),
        (zone, quarter) => {
          for (const later of [0, 60_000, 899_000]) {
            const instantMs = quarter * 900_000 + later;
            expect(offsetAt(instantMs, zone)).toBe(shown(instantMs, zone));
          }
        },
      ),
    );
  });
});

describe('calendar', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('counts from %s by %i to %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it('counts weekdays from Monday', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
  });

  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['26-1-1', false],
    [20260101, false],
  ])('knows whether %s is a date', (date, expected) => {
    expect(isDate(date)).toBe(expected);
  });
});

describe('localMoment', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T00:59:00Z', '2026-03-29', 119],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29', 180],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25', 150],
    ['Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25', 150],
    ['Asia/Kathmandu', '2026-06-01T18:15:00Z', '2026-06-02', 0],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29', 1439],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31', 0],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-10-04', 150],
  ])('reads the clock in %s at %s', (timezone, instant, date, minute) => {
    expect(localMoment(at(instant), timezone)).toEqual({ date, minute, weekday: weekdayOf(date) });
  });
});

describe('instantOf', () => {
  it.each([
    ['a plain evening', 'Europe/Berlin', '2026-06-01', 1080, '2026-06-01T16:00:00Z'],
    ['two in the night after', 'Europe/Berlin', '2026-06-01', 1560, '2026-06-02T00:00:00Z'],
    ['the skipped hour, moved forward', 'Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:30:00Z'],
    ['the skipped hour, counted from the day before', 'Europe/Berlin', '2026-03-28', 1590, '2026-03-29T01:30:00Z'],
    ['the doubled hour, the first', 'Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30:00Z'],
    ['the hour after the doubled one', 'Europe/Berlin', '2026-10-25', 180, '2026-10-25T02:00:00Z'],
    ['a quarter of an hour zone', 'Asia/Kathmandu', '2026-06-02', 0, '2026-06-01T18:15:00Z'],
    ['the day that Samoa skipped', 'Pacific/Apia', '2011-12-30', 720, '2011-12-30T22:00:00Z'],
    ['the day after it', 'Pacific/Apia', '2011-12-31', 30, '2011-12-30T10:30:00Z'],
    ['half an hour of change', 'Australia/Lord_Howe', '2026-04-05', 105, '2026-04-04T14:45:00Z'],
  ])('finds %s', (_case, timezone, date, minute, expected) => {
    expect(new Date(instantOf(date, minute, timezone)).toISOString()).toBe(new Date(at(expected)).toISOString());
  });

  it('leads back to what the clock shows, to the first of doubled minutes', () => {
    fc.assert(
      fc.property(moments, zones, (instantMs, timezone) => {
        const { date, minute } = localMoment(instantMs, timezone);
        const found = instantOf(date, minute, timezone);
        expect(localMoment(found, timezone)).toMatchObject({ date, minute });
        expect(found).toBeLessThanOrEqual(instantMs);
      }),
      { numRuns: 300 },
    );
  });

  it('never runs backwards as the clock goes on, skipped hours aside', () => {
    fc.assert(
      fc.property(moments, zones, (instantMs, timezone) => {
        const { date, minute } = localMoment(instantMs, timezone);
        const next = instantOf(date, minute + 1440, timezone);
        expect(instantOf(addDays(date, 1), minute, timezone)).toBe(next);
      }),
      { numRuns: 200 },
    );
  });
});

describe('businessDate', () => {
  it.each([
    ['after midnight', 'Europe/Berlin', '2026-06-02T00:30:00Z', 240, '2026-06-01'],
    ['at the cut-off', 'Europe/Berlin', '2026-06-02T02:00:00Z', 240, '2026-06-02'],
    ['without cut-off', 'Europe/Berlin', '2026-06-01T22:00:00Z', 0, '2026-06-02'],
    ['second half past two of the doubled hour', 'Europe/Berlin', '2026-10-25T01:15:00Z', 150, '2026-10-25'],
    ['cut-off in the skipped hour', 'Europe/Berlin', '2026-03-29T01:15:00Z', 150, '2026-03-28'],
    ['the night over the day that Samoa skipped', 'Pacific/Apia', '2011-12-30T10:30:00Z', 240, '2011-12-29'],
  ])('counts %s', (_case, timezone, instant, cutoff, expected) => {
    expect(businessDate(at(instant), timezone, cutoff)).toBe(expected);
  });

  it('never goes back in time', () => {
    const minutes = fc.nat({ max: 3000 });
    fc.assert(
      fc.property(moments, minutes, zones, fc.nat({ max: 719 }), (instantMs, later, timezone, cutoff) => {
        const before = businessDate(instantMs, timezone, cutoff);
        expect(businessDate(instantMs + later * 60_000, timezone, cutoff) >= before).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
