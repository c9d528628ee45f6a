import { aGroup, anIndex, anItem, anOption, aSection, nothingOff } from '../testing/menu-builders.js';
import type { AvailabilityRule } from '../menu/menu.js';
import { localMoment } from '../time/local-time.js';
import type { AvailabilityView, SuspensionView } from './availability.js';
import { sellability, type Moment } from './sellability.js';

const TIMEZONE = 'Europe/Berlin';
const moment = (iso: string): Moment => ({ ...localMoment(Date.parse(iso), TIMEZONE), instantMs: Date.parse(iso) });
/** Monday, 14:00 on the wall. */
const afternoon = moment('2026-06-01T12:00:00Z');

const lunch: AvailabilityRule = { days: [1, 2, 3, 4, 5], fromMinute: 660, toMinute: 840 };
const evening: AvailabilityRule = { days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 1080, toMinute: 1560 };
const sizes = {
  variants: [
    { id: 'small', priceMinor: 1 },
    { id: 'large', priceMinor: 2 },
  ],
};

const index = anIndex({
  items: [
    anItem('soup'),
    anItem('pizza', 0, sizes),
    anItem('fries'),
    anItem('side-only', 0, { onlyAsOption: true }),
    anItem('dinner', 0, { availability: [evening] }),
    anItem('both'),
    anItem('thursday', 0, { availability: [{ ...evening, days: [4] }] }),
    anItem('loose'),
    anItem('night-fries', 0, { availability: [evening] }),
  ],
  modifierGroups: [
    aGroup('sides', [
      anOption('side-fries', 0, { itemId: 'fries' }),
      anOption('dip'),
      anOption('side-hidden', 0, { itemId: 'side-only' }),
      anOption('side-lunch', 0, { itemId: 'both' }),
      anOption('side-night', 0, { itemId: 'night-fries' }),
    ]),
  ],
  sections: [
    aSection('always', ['soup', 'pizza', 'fries', 'side-only', 'dinner', 'night-fries']),
    aSection('lunch', ['both'], { availability: [lunch] }),
    aSection('evening', ['both', 'thursday'], { availability: [evening] }),
  ],
});

const suspension = (over: Partial<SuspensionView>): SuspensionView => ({
  targetKind: 'item',
  targetId: 'soup',
  cause: 'manual',
  since: '2026-06-01T08:00:00Z',
  by: 'Ana',
  ...over,
});
const off = (...suspensions: Partial<SuspensionView>[]): AvailabilityView => ({
  ...nothingOff,
  suspensions: suspensions.map(suspension),
});
const left = (targetKind: 'item' | 'variant', targetId: string, remaining: number): AvailabilityView => ({
  ...nothingOff,
  countdowns: [{ targetKind, targetId, remaining }],
});
const item = (id: string) => ({ kind: 'item', id }) as const;
const variant = (id: string) => ({ kind: 'variant', id }) as const;
const option = (id: string) => ({ kind: 'option', id }) as const;

describe('sellability', () => {
  it.each([
    ['a free item', nothingOff, item('soup'), { sellable: true }],
    ['a suspended item', off({}), item('soup'), { sellable: false, reason: 'suspended' }],
    ['its variant', off({}), variant('soup-regular'), { sellable: false, reason: 'suspended' }],
    ['another item', off({}), item('pizza'), { sellable: true }],
    [
      'an item whose countdown took it off',
      off({ cause: 'countdown' }),
      item('soup'),
      { sellable: false, reason: 'sold-out' },
    ],
    [
      'one that a person took off as well',
      off({ cause: 'countdown' }, {}),
      item('soup'),
      { sellable: false, reason: 'suspended' },
    ],
    [
      'a suspended size',
      off({ targetKind: 'variant', targetId: 'small' }),
      variant('small'),
      { sellable: false, reason: 'suspended' },
    ],
    ['the other size', off({ targetKind: 'variant', targetId: 'small' }), variant('large'), { sellable: true }],
    [
      'the item with one size left',
      off({ targetKind: 'variant', targetId: 'small' }),
      item('pizza'),
      { sellable: true },
    ],
    [
      'a suspended option',
      off({ targetKind: 'option', targetId: 'dip' }),
      option('dip'),
      { sellable: false, reason: 'suspended' },
    ],
    [
      'an option of a suspended item',
      off({ targetId: 'fries' }),
      option('side-fries'),
      { sellable: false, reason: 'suspended' },
    ],
    [
      'the item of a suspended option',
      off({ targetKind: 'option', targetId: 'side-fries' }),
      item('fries'),
      { sellable: true },
    ],
    ['an item that is only an option', nothingOff, item('side-only'), { sellable: false, reason: 'only-as-option' }],
    ['it as an option', nothingOff, option('side-hidden'), { sellable: true }],
    ['five portions', left('item', 'soup', 5), item('soup'), { sellable: true, remaining: 5 }],
    ['no portion', left('item', 'soup', 0), item('soup'), { sellable: false, reason: 'sold-out', remaining: 0 }],
    [
      'an option whose item is counted',
      left('item', 'fries', 2),
      option('side-fries'),
      { sellable: true, remaining: 2 },
    ],
    [
      'an item whose only size is counted',
      left('variant', 'soup-regular', 3),
      item('soup'),
      { sellable: true, remaining: 3 },
    ],
    ['an item of sizes of which one is counted', left('variant', 'small', 3), item('pizza'), { sellable: true }],
    ['what the menu does not know', nothingOff, item('gone'), { sellable: false, reason: 'suspended' }],
  ])('judges %s', (_case, availability, target, expected) => {
    expect(sellability(index, availability, target, afternoon)).toEqual(expected);
  });

  it('ends by itself at the instant that was set', () => {
    const availability = off({ until: '2026-06-01T12:00:00Z' });
    expect(sellability(index, availability, item('soup'), afternoon)).toEqual({ sellable: true });
    expect(sellability(index, availability, item('soup'), moment('2026-06-01T11:59:59Z'))).toEqual({
      sellable: false,
      reason: 'suspended',
      until: '2026-06-01T12:00:00Z',
    });
  });

  it('names the last end of several, and none when one is open', () => {
    const until = (...ends: (string | undefined)[]) =>
      sellability(index, off(...ends.map((end) => (end === undefined ? {} : { until: end }))), item('soup'), afternoon)
        .until;
    expect(until('2026-06-01T13:00:00Z', '2026-06-01T17:00:00+02:00')).toBe('2026-06-01T17:00:00+02:00');
    expect(until('2026-06-01T13:00:00Z', undefined)).toBeUndefined();
  });

  it('lets an item go when all its sizes are off, until the first comes back', () => {
    const availability = off(
      { targetKind: 'variant', targetId: 'small', until: '2026-06-02T10:00:00Z' },
      { targetKind: 'variant', targetId: 'large', until: '2026-06-01T16:00:00Z' },
    );
    expect(sellability(index, availability, item('pizza'), afternoon)).toEqual({
      sellable: false,
      reason: 'suspended',
      until: '2026-06-01T16:00:00Z',
    });
  });

  it.each([
    ['own hours', item('dinner'), '2026-06-01T16:00:00.000Z'],
    ['the hours of its sections', item('both'), '2026-06-01T16:00:00.000Z'],
    ['own hours within those of its section', item('thursday'), '2026-06-04T16:00:00.000Z'],
    ['the hours of the item of an option', option('side-night'), '2026-06-01T16:00:00.000Z'],
  ])('goes by %s and says when they begin again', (_case, target, until) => {
    expect(sellability(index, nothingOff, target, afternoon, TIMEZONE)).toEqual({
      sellable: false,
      reason: 'outside-hours',
      until,
    });
  });

  it('sells an item while any of its sections is on, and one in no section always', () => {
    expect(sellability(index, nothingOff, item('both'), moment('2026-06-01T10:00:00Z')).sellable).toBe(true);
    expect(sellability(index, nothingOff, item('both'), moment('2026-06-01T23:00:00Z')).sellable).toBe(true);
    expect(sellability(index, nothingOff, item('loose'), afternoon).sellable).toBe(true);
  });

  it('does not hold an option to the hours of a section', () => {
    expect(sellability(index, nothingOff, option('side-lunch'), afternoon)).toEqual({ sellable: true });
  });

  it('says nothing about when without a time zone', () => {
    expect(sellability(index, nothingOff, item('dinner'), afternoon)).toEqual({
      sellable: false,
      reason: 'outside-hours',
    });
  });
});
