import fc from 'fast-check';
import type { AvailabilityRule } from '../menu/menu.js';
import { isWithinRules } from '../time/availability-rules.js';
import { localMoment } from '../time/local-time.js';
import { aheadFault } from './order-ahead.js';
import { addLoads, fullBy, NO_LOAD } from './slot-load.js';
import { SLOT_MINUTES, USUAL_SLOTS } from './slot-settings.js';
import type { SlotSettings } from './slot-settings.js';
import { slotTimes } from './slot-times.js';
import type { SlotPlan } from './slot-times.js';

const DAILY = [1, 2, 3, 4, 5, 6, 7] as const;
const EVENING: AvailabilityRule = { days: [...DAILY], fromMinute: 18 * 60, toMinute: 23 * 60 };
const plan = (over: Partial<SlotPlan> = {}, settings: Partial<SlotSettings> = {}): SlotPlan => ({
  timezone: 'Europe/Lisbon',
  openingHours: [EVENING],
  preparationMinutes: 25,
  settings: { ...USUAL_SLOTS, daysAhead: 0, ...settings },
  ...over,
});
const clocks = (plan: SlotPlan, now: string) =>
  slotTimes(plan, Date.parse(now)).map(({ fromMs }) =>
    new Date(fromMs).toLocaleString('en-GB', { timeZone: plan.timezone, timeStyle: 'short' }),
  );

describe('the times of a restaurant', () => {
  it('begin once the kitchen has had its time after opening, and end with the hours', () => {
    const times = clocks(plan(), '2026-12-01T10:00:00Z');
    expect([times.at(0), times.at(-1)]).toEqual(['18:30', '22:45']);
    expect(times).toHaveLength(18);
  });

  it('begin the preparation from now when it is open', () => {
    expect(clocks(plan(), '2026-12-01T19:02:00Z').at(0)).toBe('19:30');
  });

  it('end so long before closing as the last order must come', () => {
    expect(clocks(plan({}, { lastOrderMinutes: 60 }), '2026-12-01T10:00:00Z').at(-1)).toBe('22:00');
  });

  it('leave out a day that is an exception, and follow its own hours', () => {
    const closed = { ...EVENING, exceptDates: ['2026-12-24'] };
    const special = { days: [...DAILY], fromMinute: 720, toMinute: 840, fromDate: '2026-12-24', toDate: '2026-12-24' };
    expect(clocks(plan({ openingHours: [closed] }), '2026-12-24T08:00:00Z')).toEqual([]);
    expect(clocks(plan({ openingHours: [closed, special] }), '2026-12-24T08:00:00Z').at(0)).toBe('12:30');
  });

  it('go on past midnight', () => {
    const late = { ...EVENING, toMinute: 26 * 60 };
    const times = clocks(plan({ openingHours: [late] }, { daysAhead: 1 }), '2026-12-01T23:00:00Z');
    expect(times.slice(0, 6)).toEqual(['23:30', '23:45', '00:00', '00:15', '00:30', '00:45']);
  });

  it('of a restaurant that never closes fill its days', () => {
    const always = { days: [...DAILY], fromMinute: 0, toMinute: 1440 };
    const open = plan({ openingHours: [always] }, { slotMinutes: 60, daysAhead: 1 });
    expect(slotTimes(open, Date.parse('2026-12-01T00:00:00Z'))).toHaveLength(47);
  });

  it.each([
    ['skips the hour that does not exist in spring', '2026-03-29T00:00:00Z', ['00:00', '00:30', '02:00', '02:30']],
    [
      'runs through the doubled hour twice in autumn',
      '2026-10-24T23:00:00Z',
      ['01:00', '01:30', '01:00', '01:30', '02:00', '02:30'],
    ],
  ])('%s', (_, now, expected) => {
    const night = { days: [...DAILY], fromMinute: 0, toMinute: 180 };
    const times = clocks(plan({ openingHours: [night], preparationMinutes: 0 }, { slotMinutes: 30 }), now);
    expect(times.slice(-expected.length)).toEqual(expected);
  });

  it('are always within the hours, on round minutes, in order and none twice', () => {
    const rule = fc
      .record({ fromMinute: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 1440 }) })
      .map(({ fromMinute, length }): AvailabilityRule => ({
        days: [...DAILY],
        fromMinute,
        toMinute: Math.min(fromMinute + length, 2880),
      }));
    const zone = fc.constantFrom(
      'Europe/Lisbon',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'America/New_York',
      'Asia/Tokyo',
    );
    const now = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-01-01') });
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 3 }),
        zone,
        now,
        fc.constantFrom(...SLOT_MINUTES),
        (rules, timezone, at, slotMinutes) => {
          const asked = plan({ openingHours: rules, timezone, preparationMinutes: 20 }, { slotMinutes, daysAhead: 1 });
          const times = slotTimes(asked, at);
          times.forEach(({ fromMs }, index) => {
            const moment = localMoment(fromMs, timezone);
            expect(isWithinRules(rules, moment)).toBe(true);
            expect(moment.minute % slotMinutes).toBe(0);
            expect(fromMs).toBeGreaterThanOrEqual(at + 20 * 60_000);
            expect(fromMs).toBeGreaterThan(times[index - 1]?.fromMs ?? 0);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a dish that must be ordered ahead', () => {
  const at = (orderedAt: string, wantedAt: string) => ({
    orderedAtMs: Date.parse(orderedAt),
    wantedAtMs: Date.parse(wantedAt),
    timezone: 'Europe/Lisbon',
  });

  it.each([
    ['needs its 24 hours', { leadMinutes: 1440 }, '2026-12-01T12:00Z', '2026-12-02T11:59Z', 'needs_lead_time'],
    ['can be had after them', { leadMinutes: 1440 }, '2026-12-01T12:00Z', '2026-12-02T12:00Z', undefined],
    [
      'can be ordered for today before its cut-off',
      { cutoffMinute: 960 },
      '2026-12-01T15:59Z',
      '2026-12-01T19:00Z',
      undefined,
    ],
    ['cannot at it', { cutoffMinute: 960 }, '2026-12-01T16:00Z', '2026-12-01T19:00Z', 'past_cutoff'],
    ['can for the next day', { cutoffMinute: 960 }, '2026-12-01T20:00Z', '2026-12-02T19:00Z', undefined],
    ['is like any other without either', {}, '2026-12-01T20:00Z', '2026-12-01T20:00Z', undefined],
  ])('%s', (_, ahead, orderedAt, wantedAt, expected) => {
    expect(aheadFault(ahead, at(orderedAt, wantedAt))).toBe(expected);
  });
});

describe('a slot', () => {
  const settings: SlotSettings = {
    ...USUAL_SLOTS,
    ordersPerSlot: 3,
    stationLimits: [{ stationId: 'grill', dishesPerSlot: 5 }],
  };
  const load = (orders: number, grill: number) => ({ orders, dishes: { grill } });

  it.each([
    ['free', load(2, 0), load(1, 5), undefined],
    ['full by its orders', load(3, 0), load(1, 0), { code: 'slot_full' }],
    ['full at a station', load(1, 4), load(1, 2), { code: 'station_full', stationId: 'grill' }],
    ['free for whoever needs nothing of the full station', load(1, 5), load(1, 0), undefined],
  ])('is %s', (_, taken, wanted, expected) => {
    expect(fullBy(settings, taken, wanted)).toEqual(expected);
  });

  it('never takes more than it can, whatever comes in whatever order', () => {
    const order = fc.nat({ max: 4 }).map((grill) => load(1, grill));
    fc.assert(
      fc.property(fc.array(order, { maxLength: 30 }), (orders) => {
        const taken = orders.reduce((sum, each) => (fullBy(settings, sum, each) ? sum : addLoads(sum, each)), NO_LOAD);
        expect(taken.orders).toBeLessThanOrEqual(3);
        expect(taken.dishes['grill'] ?? 0).toBeLessThanOrEqual(5);
      }),
    );
  });
});
