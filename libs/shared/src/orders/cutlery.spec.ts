import { CUTLERY_SETS, asksForCutlery, cutleryOf, usualCutlery } from './cutlery.js';

describe('cutlery', () => {
  it.each([
    ['ask', 'pickup', true],
    ['default-off', 'delivery', true],
    ['default-on', 'pickup', true],
    ['default-on', 'dine-in', false],
    ['not-offered', 'pickup', false],
    [undefined, 'pickup', false],
  ] as const)('%s, %s: is asked for: %s', (offer, type, asked) => {
    expect(asksForCutlery(offer, type)).toBe(asked);
  });

  it.each([
    ['ask', 2, null],
    ['default-off', 2, 0],
    ['default-on', 0, 1],
    ['default-on', 3, 3],
    ['default-on', 999, CUTLERY_SETS],
  ] as const)('%s for %i people begins with %s sets', (offer, people, sets) => {
    expect(usualCutlery(offer, people)).toBe(sets);
  });

  it.each([
    ['ask', 'pickup', 2, 2],
    ['default-on', 'delivery', 0, 0],
    ['default-on', 'pickup', undefined, null],
    ['ask', 'dine-in', 2, null],
    ['not-offered', 'pickup', 2, null],
  ] as const)('%s, %s, said %s: the order keeps %s', (offer, type, said, kept) => {
    expect(cutleryOf(offer, type, said)).toBe(kept);
  });
});
