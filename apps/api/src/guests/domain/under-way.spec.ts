import { isUnderWay } from './under-way.js';

const HOUR = 3_600_000;

describe('an order under way', () => {
  it.each([
    ['in-kitchen', null, 1, true],
    ['in-kitchen', null, 25, false],
    ['scheduled', 48, 47, true],
    ['scheduled', 48, 73, false],
    ['completed', null, 1, false],
    ['cancelled', null, 1, false],
  ] as const)('that is %s, wanted for hour %p, after %i hours: %s', (state, wanted, hours, expected) => {
    const requestedFor = wanted === null ? null : wanted * HOUR;
    expect(isUnderWay({ state, placedAt: 0, requestedFor }, hours * HOUR)).toBe(expected);
  });
});
