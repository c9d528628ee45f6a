import fc from 'fast-check';
import { rebill } from './rebill.js';
import type { BilledLine } from './rebill.js';

const dish = (id: string, totalMinor: number, taxClass = 'food'): BilledLine => ({
  id,
  parentId: null,
  totalMinor,
  taxClass,
  taxMinor: 0,
});
const option = (id: string, parentId: string, totalMinor: number, taxClass = 'food'): BilledLine => ({
  ...dish(id, totalMinor, taxClass),
  parentId,
});
const taxes = [
  { taxClass: 'drink', ratePpm: 190_000, netMinor: 0, taxMinor: 0 },
  { taxClass: 'food', ratePpm: 70_000, netMinor: 0, taxMinor: 0 },
];

describe('a bill with fewer dishes', () => {
  it('is restated by class, and an option with a class of its own keeps it', () => {
    const lines = [dish('meal', 1370), option('cola', 'meal', 300, 'drink')];
    const bill = rebill(lines, { fees: null, taxes, taxInclusive: true, tipMinor: 100 });
    expect(bill).toEqual({
      subtotalMinor: 1370,
      taxes: [
        { taxClass: 'drink', ratePpm: 190_000, netMinor: 252, taxMinor: 48 },
        { taxClass: 'food', ratePpm: 70_000, netMinor: 1000, taxMinor: 70 },
      ],
      fees: null,
      taxMinor: 118,
      totalMinor: 1470,
    });
    expect(lines.map(({ taxMinor }) => taxMinor)).toEqual([118, 48]);
  });

  it('adds the tax on top where prices are without it, and names no class that is gone', () => {
    const bill = rebill([dish('soup', 1000)], { fees: null, taxes, taxInclusive: false, tipMinor: 0 });
    expect(bill).toMatchObject({ taxMinor: 70, totalMinor: 1070, taxes: [{ taxClass: 'food' }] });
  });

  it('always adds up: the taxes of the dishes are the tax of the bill', () => {
    const dishes = fc.array(
      fc.record({
        price: fc.integer({ min: 0, max: 9999 }),
        extra: fc.integer({ min: 0, max: 999 }),
        drink: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(dishes, fc.boolean(), (some, taxInclusive) => {
        const lines = some.flatMap(({ price, extra, drink }, at) => [
          dish(`d${at}`, price + extra),
          option(`o${at}`, `d${at}`, extra, drink ? 'drink' : 'food'),
        ]);
        const bill = rebill(lines, { fees: null, taxes, taxInclusive, tipMinor: 0 });
        const ofDishes = lines.filter(({ parentId }) => parentId === null).map(({ taxMinor }) => taxMinor);
        expect(ofDishes.reduce((sum, each) => sum + each, 0)).toBe(bill.taxMinor);
        expect(bill.subtotalMinor).toBe(some.reduce((sum, { price, extra }) => sum + price + extra, 0));
      }),
    );
  });
});
