import { amountIn, countingUnit, milliText, parseMilli, unitsFor } from './amounts';

describe('amounts of ingredients as people write them', () => {
  it.each([
    ['2.5', 'kg', 'g', 2_500_000],
    ['0,25', 'l', 'ml', 250_000],
    [' 12 ', 'piece', 'piece', 12_000],
    ['1', 'dozen', 'piece', 12_000],
    ['0', 'g', 'g', 0],
  ] as const)('%s %s is so many thousandths of a %s', (text, written, unit, milli) => {
    expect(parseMilli(text, written, unit)).toBe(milli);
  });

  it.each([
    ['', 'g', 'g'],
    ['much', 'g', 'g'],
    ['-1', 'g', 'g'],
    ['1.2345', 'g', 'g'],
    ['1', 'kg', 'ml'],
  ] as const)('“%s” %s is no amount of a %s', (text, written, unit) => {
    expect(parseMilli(text, written, unit)).toBeNull();
  });

  it.each([
    ['g', 999_999, 'g'],
    ['g', 1_000_000, 'kg'],
    ['ml', 2_500_000, 'l'],
    ['piece', 5_000_000, 'piece'],
  ] as const)('%s of which there are %s thousandths are counted in %s', (unit, onHand, written) => {
    expect(countingUnit(unit, onHand)).toBe(written);
  });

  it.each([
    [250_000, 'kg', '0.25 kg'],
    [9_000_500, 'kg', '9.0005 kg'],
    [12_500, 'g', '12.5 g'],
    [1000, 'piece', '1 piece'],
    [22_000, 'piece', '22 pieces'],
  ] as const)('%s thousandths in %s are said as %s', (milli, written, words) => {
    expect(amountIn(milli, written)).toBe(words);
  });

  it('offers the units that measure the same', () => {
    expect(unitsFor('ml')).toEqual(['ml', 'cl', 'l']);
    expect(unitsFor('piece')).toEqual(['piece', 'dozen']);
    expect(milliText(12_500)).toBe('12.5');
  });
});
