import { milliText, parseMilli, unitsFor } from './amounts';

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

  it('offers the units that measure the same', () => {
    expect(unitsFor('ml')).toEqual(['ml', 'cl', 'l']);
    expect(unitsFor('piece')).toEqual(['piece', 'dozen']);
    expect(milliText(12_500)).toBe('12.5');
  });
});
