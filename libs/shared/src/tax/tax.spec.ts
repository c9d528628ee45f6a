import fc from 'fast-check';
import { effectiveTaxClass, rateOf, taxRatesAt } from './tax-rates-at.js';
import type { TaxRule } from './tax-rates.js';
import { taxOf } from './tax-of.js';

const rule = (taxClass: string, fulfilment: TaxRule['fulfilment'], ratePpm: number, validFrom: string): TaxRule => ({
  taxClass,
  fulfilment,
  ratePpm,
  validFrom,
});

describe('taxRatesAt', () => {
  const rules = [
    rule('standard', 'dine-in', 190_000, '2020-01-01'),
    rule('standard', 'pickup', 190_000, '2020-01-01'),
    rule('food', 'dine-in', 70_000, '2026-01-01'),
    rule('food', 'dine-in', 190_000, '2024-01-01'),
    rule('food', 'pickup', 70_000, '2020-01-01'),
  ];

  it.each([
    ['2025-12-31', 190_000],
    ['2026-01-01', 70_000],
  ])('takes the rule that holds on %s, whatever the order of the rules', (date, ratePpm) => {
    expect(taxRatesAt(rules, date)['food']?.['dine-in']).toBe(ratePpm);
    expect(taxRatesAt([...rules].reverse(), date)['food']?.['dine-in']).toBe(ratePpm);
  });

  it('falls back to the standard class before a class has a rule, and to 0 without one', () => {
    const rates = taxRatesAt(rules, '2023-06-01');
    expect(rates['food']).toEqual({ 'dine-in': 190_000, pickup: 70_000, delivery: 0 });
  });

  it('is not led astray by names of object properties', () => {
    const rates = taxRatesAt([rule('__proto__', 'pickup', 50_000, '2020-01-01')], '2026-01-01');
    expect(rateOf(rates, '__proto__', 'pickup')).toBe(50_000);
    expect(rateOf(rates, 'constructor', 'pickup')).toBe(0);
  });
});

describe('rateOf', () => {
  const rates = taxRatesAt([rule('standard', 'pickup', 200_000, '2020-01-01')], '2026-01-01');

  it('taxes an unknown class as standard', () => {
    expect(rateOf(rates, 'alcohol', 'pickup')).toBe(200_000);
    expect(effectiveTaxClass(rates, 'alcohol')).toBe('standard');
  });

  it('taxes nothing where no rates are known', () => {
    expect(rateOf({}, 'alcohol', 'pickup')).toBe(0);
    expect(effectiveTaxClass({}, 'alcohol')).toBe('alcohol');
  });
});

describe('taxOf', () => {
  it.each([
    [1190, 190_000, true, { netMinor: 1000, taxMinor: 190 }],
    [1000, 190_000, false, { netMinor: 1000, taxMinor: 190 }],
    [1000, 88_750, false, { netMinor: 1000, taxMinor: 89 }],
    [100, 25_000, false, { netMinor: 100, taxMinor: 3 }],
    [-1190, 190_000, true, { netMinor: -1000, taxMinor: -190 }],
    [500, 0, true, { netMinor: 500, taxMinor: 0 }],
  ])('takes %i at %i ppm apart (inclusive: %j)', (amount, ratePpm, inclusive, expected) => {
    expect(taxOf(amount, ratePpm, inclusive)).toEqual(expected);
  });

  it('leaves net and tax that add up to the gross amount, and the net bears the rate', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000 }), fc.nat({ max: 1_000_000 }), (gross, ratePpm) => {
        const { netMinor, taxMinor } = taxOf(gross, ratePpm, true);
        expect(netMinor + taxMinor).toBe(gross);
        expect(Math.abs(taxOf(netMinor, ratePpm, false).taxMinor - taxMinor)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
