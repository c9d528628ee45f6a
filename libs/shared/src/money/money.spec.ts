import fc from 'fast-check';
import { exponentOf } from './exponent.js';
import { formatMinor } from './format-minor.js';
import { roundHalfUpDiv, scaleHalfUp } from './rounding.js';
import { splitByWeights, splitEvenly } from './split.js';

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('exponentOf', () => {
  it.each([
    ['EUR', 2],
    ['TWD', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['BHD', 3],
    ['KWD', 3],
    ['XYZ', 2],
  ])('gives %s %i decimals', (currency, exponent) => {
    expect(exponentOf(currency)).toBe(exponent);
  });
});

describe('formatMinor', () => {
  it.each([
    [1250, 'EUR', 'de', '12,50 €'],
    [1250, 'EUR', 'en-IE', '€12.50'],
    [1250, 'JPY', 'en', '¥1,250'],
    [1250, 'BHD', 'en', 'BHD 1.250'],
    [1250, 'TWD', 'en', 'NT$12.50'],
    [0, 'EUR', 'en-IE', '€0.00'],
    [-5, 'EUR', 'en-IE', '-€0.05'],
  ])('writes %i %s for %s', (amount, currency, locale, expected) => {
    expect(formatMinor(amount, currency, locale).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it('never loses a minor unit', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('EUR', 'JPY', 'BHD'), (amount, currency) => {
        const digits = formatMinor(amount, currency, 'en').replace(/[^\d]/g, '');
        expect(Number(digits)).toBe(Math.abs(amount));
      }),
    );
  });
});

describe('rounding', () => {
  it.each([
    [1, 2, 1],
    [-1, 2, -1],
    [3, 2, 2],
    [1, 3, 0],
    [2, 3, 1],
    [-2, 3, -1],
    [5, -2, -3],
    [9_007_199_254_740_991, 2, 4_503_599_627_370_496],
  ])('rounds %i / %i to %i', (numerator, denominator, expected) => {
    expect(roundHalfUpDiv(numerator, denominator)).toBe(expected);
  });

  it('gives no negative zero', () => {
    expect(Object.is(roundHalfUpDiv(-1, 3), 0)).toBe(true);
  });

  it('refuses to divide by zero', () => {
    expect(() => roundHalfUpDiv(1, 0)).toThrow(RangeError);
  });

  it('stays exact where the product leaves the safe integers', () => {
    expect(scaleHalfUp(9_007_199_254_740_991, 1_000_000, 1_000_000)).toBe(9_007_199_254_740_991);
  });

  it('is never further than half from the true quotient, and mirrors for refunds', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 2_000_000 }), (numerator, denominator) => {
        const rounded = roundHalfUpDiv(numerator, denominator);
        const off = BigInt(numerator) - BigInt(rounded) * BigInt(denominator);
        expect((off < 0n ? -off : off) * 2n <= BigInt(denominator)).toBe(true);
        expect(roundHalfUpDiv(-numerator, denominator) + rounded).toBe(0);
      }),
    );
  });
});

describe('splitting', () => {
  it.each([
    [1000, [1, 1, 1], [334, 333, 333]],
    [-1000, [1, 1, 1], [-334, -333, -333]],
    [100, [0, 0], [50, 50]],
    [101, [0, 0], [51, 50]],
    [100, [0, 1], [0, 100]],
    [5, [1, 2, 2], [1, 2, 2]],
    [0, [], []],
    [0, [3, 4], [0, 0]],
  ])('splits %i by %j into %j', (total, weights, expected) => {
    expect(splitByWeights(total, weights)).toEqual(expected);
  });

  it('splits evenly, the first carry the rest', () => {
    expect(splitEvenly(1000, 3)).toEqual([334, 333, 333]);
  });

  it('refuses an amount that nobody takes, and negative weights', () => {
    expect(() => splitByWeights(1, [])).toThrow(RangeError);
    expect(() => splitByWeights(1, [2, -1])).toThrow(RangeError);
  });

  it('adds up to the whole, each part less than a unit from its share', () => {
    const weights = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amounts, weights, (total, shares) => {
        const parts = splitByWeights(total, shares);
        expect(sumOf(parts)).toBe(total);
        const whole = sumOf(shares);
        parts.forEach((part, at) => {
          const exact = whole === 0 ? total / shares.length : (total * (shares[at] ?? 0)) / whole;
          expect(Math.abs(part - exact)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });
});
