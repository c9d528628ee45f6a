import fc from 'fast-check';
import { aGroup } from '../testing/menu-builders.js';
import { PRICE_RULES, type ModifierGroup } from '../menu/menu.js';
import { groupPrices, type ChosenPrice } from './group-price.js';

const group = (over: Partial<ModifierGroup<string>>): ModifierGroup<string> => aGroup('g', [], over);
const chosen = (...prices: (number | [price: number, quantity: number])[]): ChosenPrice[] =>
  prices.map((each, at) => {
    const [priceMinor, quantity] = typeof each === 'number' ? [each, 1] : each;
    return { optionId: `o${at}`, priceMinor, quantity };
  });
const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

describe('groupPrices', () => {
  it.each([
    ['charges each', {}, chosen(100, [50, 3]), [100, 150]],
    ['charges nothing for nothing', {}, [], []],
    ['gives the dearest for free', { freeCount: 1 }, chosen(100, 150, 50), [100, 0, 50]],
    ['gives one of several of an option for free', { freeCount: 1 }, chosen([150, 3], 100), [300, 100]],
    ['gives all for free', { freeCount: 5 }, chosen(100, [150, 2]), [0, 0]],
    ['charges the dearest, split by list price', { priceRule: 'dearest' }, chosen(1000, 500), [667, 333]],
    [
      'charges the dearest of those not free',
      { priceRule: 'dearest', freeCount: 1 },
      chosen(900, 300, 600),
      [0, 200, 400],
    ],
    ['charges the average, rounded half up', { priceRule: 'average' }, chosen(100, 101), [50, 51]],
    ['charges the average of portions', { priceRule: 'average' }, chosen([100, 3], 200), [75, 50]],
    ['charges a fixed price once', { priceRule: 'fixed', fixedPriceMinor: 300 }, chosen(100, [100, 2]), [100, 200]],
    [
      'charges a fixed price by portions where all cost nothing',
      { priceRule: 'fixed', fixedPriceMinor: 300 },
      chosen(0, [0, 2]),
      [100, 200],
    ],
    [
      'charges no fixed price within the free ones',
      { priceRule: 'fixed', fixedPriceMinor: 300, freeCount: 2 },
      chosen(100, 100),
      [0, 0],
    ],
    ['charges nothing for what is left out', { kind: 'removal' }, chosen(100, 200), [0, 0]],
  ] as const)('%s', (_case, over, choices, expected) => {
    expect(groupPrices(group(over), choices)).toEqual(expected);
  });

  const choices = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 8 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          optionId: fc.constant(`o${id}`),
          priceMinor: fc.oneof(fc.constantFrom(0, 50, 100), fc.nat({ max: 100_000 })),
          quantity: fc.integer({ min: 1, max: 4 }),
        }),
      ),
    ),
  );
  const groups = fc
    .record({
      priceRule: fc.constantFrom(...PRICE_RULES),
      freeCount: fc.nat({ max: 4 }),
      fixedPriceMinor: fc.nat({ max: 5000 }),
    })
    .map(group);

  it('gives each option the same price in whatever order a guest chose', () => {
    fc.assert(
      fc.property(groups, choices, fc.nat(), (rule, list, seed) => {
        const turn = list.length === 0 ? 0 : seed % list.length;
        const turned = [...list.slice(turn), ...list.slice(0, turn)].reverse();
        const byId = (all: readonly ChosenPrice[]): Record<string, number> =>
          Object.fromEntries(groupPrices(rule, all).map((price, at) => [all[at]?.optionId ?? '', price]));
        expect(byId(turned)).toEqual(byId(list));
      }),
    );
  });

  it('charges an option that was chosen twice the same in whatever order a guest chose', () => {
    const twice = fc
      .record({
        priceMinor: fc.nat({ max: 300 }),
        quantities: fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 4 }))),
      })
      .map(({ priceMinor, quantities }) =>
        quantities.map((quantity, at) => ({ optionId: at === 1 ? 'b' : 'a', priceMinor, quantity })),
      );
    fc.assert(
      fc.property(groups, twice, (rule, list) => {
        const turned = [...list].reverse();
        const ofA = (all: readonly ChosenPrice[]): number =>
          sumOf(groupPrices(rule, all).filter((_, at) => all[at]?.optionId === 'a'));
        expect(ofA(turned)).toBe(ofA(list));
      }),
    );
  });

  it('is never negative and, without free ones, charges exactly what the rule says', () => {
    fc.assert(
      fc.property(groups, choices, (rule, list) => {
        const prices = groupPrices(rule, list);
        expect(prices.every((price) => price >= 0)).toBe(true);
        if (rule.freeCount > 0 || list.length === 0) return;
        const portions = list.flatMap(({ priceMinor, quantity }) => new Array<number>(quantity).fill(priceMinor));
        const expected = {
          sum: sumOf(portions),
          dearest: Math.max(...portions),
          average: Math.floor(sumOf(portions) / portions.length + 0.5),
          fixed: rule.fixedPriceMinor,
        }[rule.priceRule];
        expect(sumOf(prices)).toBe(expected);
      }),
    );
  });
});
