import { amountText, parseAmount } from './amount';

describe('parseAmount', () => {
  it.each([
    ['12.50', 'EUR', 1250],
    ['12,5', 'EUR', 1250],
    ['€ 12', 'EUR', 1200],
    ['12,50 €', 'EUR', 1250],
    ['EUR 0.05', 'EUR', 5],
    ['1500', 'JPY', 1500],
    ['1.234', 'KWD', 1234],
    ['0', 'EUR', 0],
    ['12.505', 'EUR', null],
    ['1,5', 'JPY', null],
    ['-3', 'EUR', null],
    ['abc', 'EUR', null],
    ['1.2.3', 'EUR', null],
    ['', 'EUR', null],
  ])('reads %p in %s as %p', (text, currency, minor) => expect(parseAmount(text, currency)).toBe(minor));

  it('reads back what it wrote', () => {
    for (const [minor, currency] of [
      [5, 'EUR'],
      [123456, 'EUR'],
      [980, 'JPY'],
      [1, 'KWD'],
    ] as const) {
      expect(parseAmount(amountText(minor, currency), currency)).toBe(minor);
    }
  });
});
