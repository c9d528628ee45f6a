import fc from 'fast-check';
import { countPairings } from './count-pairings.js';

const times = (count: number, ...dishes: string[]) => Array.from({ length: count }, () => new Set(dishes));

describe('dishes that are ordered together', () => {
  it('are told with their share of the orders', () => {
    const orders = [...times(6, 'steak', 'wine'), ...times(3, 'steak', 'salad'), ...times(1, 'steak')];
    expect(countPairings(orders).data).toEqual([
      { itemId: 'salad', with: [{ itemId: 'steak', perMille: 1000 }] },
      {
        itemId: 'steak',
        with: [
          { itemId: 'wine', perMille: 600 },
          { itemId: 'salad', perMille: 300 },
        ],
      },
      { itemId: 'wine', with: [{ itemId: 'steak', perMille: 1000 }] },
    ]);
  });

  it('are not told when it happened once or twice: that says who was there', () => {
    expect(countPairings([...times(2, 'steak', 'wine'), ...times(9, 'steak')]).data).toEqual([]);
  });

  it('are at most eight beside each, and never the dish itself', () => {
    const dishes = fc.uniqueArray(fc.constantFrom(...'abcdefghijklm'), { maxLength: 13 });
    fc.assert(
      fc.property(fc.array(dishes, { maxLength: 40 }), (orders) => {
        for (const { itemId, with: beside } of countPairings(orders.map((each) => new Set(each))).data) {
          expect(beside.length).toBeLessThanOrEqual(8);
          for (const other of beside) {
            const shared = orders.filter((each) => each.includes(itemId) && each.includes(other.itemId)).length;
            const own = orders.filter((each) => each.includes(itemId)).length;
            expect(other.itemId).not.toBe(itemId);
            expect(shared).toBeGreaterThanOrEqual(3);
            expect(other.perMille).toBe(Math.max(1, Math.round((shared * 1000) / own)));
          }
        }
      }),
    );
  });
});
