import fc from 'fast-check';
import { restate } from './restate.js';

const line = (id: string, totalMinor: number, taxClass = 'food') => ({
  id,
  parentId: null,
  kind: 'dish' as const,
  quantity: 2,
  kitchenState: 'fired' as const,
  totalMinor,
  taxClass,
  taxMinor: 0,
});
const FOOD = { taxClass: 'food', ratePpm: 70_000, netMinor: 0, taxMinor: 0 };
const DRINK = { taxClass: 'drink', ratePpm: 190_000, netMinor: 0, taxMinor: 0 };
const bill = {
  fees: null,
  taxes: [FOOD],
  taxInclusive: false,
  tipMinor: 100,
  paidMinor: 0,
  paymentState: 'unpaid' as const,
};

describe('an order in which a dish came in the place of another', () => {
  it('costs what is left and what came, each class at its rate, and counts what is wanted', () => {
    const lines = [line('soup', 1000), line('steak', 2000)];
    const after = restate(bill, {
      lines,
      gone: new Set(['steak']),
      added: [line('wine', 500, 'drink')],
      rates: [FOOD, DRINK],
    });
    expect(after).toMatchObject({ subtotalMinor: 1500, taxMinor: 70 + 95, totalMinor: 1765, itemCount: 4 });
    expect(lines.map(({ totalMinor }) => totalMinor)).toEqual([1000, 0]);
  });

  it('keeps the rate of its bill for a class that is on it already', () => {
    const added = [line('cake', 1000)];
    const after = restate(bill, { lines: [], gone: new Set(), added, rates: [{ ...FOOD, ratePpm: 190_000 }] });
    expect(after.taxMinor).toBe(70);
  });

  it('always adds up to its dishes', () => {
    const price = fc.integer({ min: 0, max: 50_000 });
    fc.assert(
      fc.property(
        fc.array(price, { minLength: 1, maxLength: 6 }),
        price,
        fc.nat(5),
        fc.boolean(),
        (prices, fresh, at, taxInclusive) => {
          const lines = prices.map((each, index) => line(`d${index}`, each, index % 2 === 0 ? 'food' : 'drink'));
          const gone = new Set([`d${at % prices.length}`]);
          const added = [line('new', fresh, 'drink')];
          const after = restate({ ...bill, taxInclusive }, { lines, gone, added, rates: [FOOD, DRINK] });
          const all = [...lines, ...added];
          expect(all.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(after.subtotalMinor);
          expect(all.reduce((sum, { taxMinor }) => sum + taxMinor, 0)).toBe(after.taxMinor);
          expect(after.totalMinor).toBe(after.subtotalMinor + (taxInclusive ? 0 : after.taxMinor) + 100);
        },
      ),
    );
  });
});

describe('what an order is called after money was given back', () => {
  it.each([
    ['stays partly refunded while nothing is owed', 900, 400, 'partly-refunded'],
    ['is partly paid once a dearer dish leaves something owed', 900, 1500, 'partly-paid'],
    ['is unpaid when all of it was given back before', 0, 1500, 'unpaid'],
  ])('%s', (_, paidMinor, instead, expected) => {
    const given = { ...bill, taxes: [], tipMinor: 0, paidMinor, paymentState: 'partly-refunded' as const };
    const exchange = { lines: [line('old', 900)], gone: new Set(['old']), added: [line('new', instead)] };
    expect(restate(given, exchange)).toMatchObject({ totalMinor: instead, paymentState: expected, itemCount: 2 });
  });
});
