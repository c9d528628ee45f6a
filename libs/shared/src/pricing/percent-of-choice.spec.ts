import fc from 'fast-check';
import { needsOf } from '../inventory/needs.js';
import { aGroup, anIndex, anItem, anOption } from '../testing/menu-builders.js';
import type { OptionChoice } from './basket.js';
import { priceBasket } from './price-basket.js';

const rate = { 'dine-in': 70_000, pickup: 70_000, delivery: 70_000 };

/** Fries with cheese on top, of which one portion is free; all toppings can be had light, extra or on the side. */
const menuWith = (cheeseMinor = 125, freeCount = 0) =>
  anIndex({
    items: [anItem('fries', 400, { modifierGroupIds: ['toppings'] })],
    modifierGroups: [
      aGroup(
        'toppings',
        [
          anOption('cheese', cheeseMinor, {
            maxQuantity: 3,
            modifierGroupIds: ['how'],
            recipe: [{ ingredientId: 'cheese', quantityMilli: 30_000 }],
          }),
        ],
        { freeCount },
      ),
      aGroup(
        'how',
        [
          anOption('light', 0, { percentOfChoice: -50 }),
          anOption('extra', 0, { percentOfChoice: 100 }),
          anOption('side', 0, { percentOfChoice: 0 }),
        ],
        { max: 1 },
      ),
    ],
    ingredients: [{ id: 'cheese', name: 'cheese', unit: 'g' }],
  });

const cheese = (how?: string, quantity = 1): OptionChoice => ({
  groupId: 'toppings',
  optionId: 'cheese',
  quantity,
  ...(how === undefined ? {} : { options: [{ groupId: 'how', optionId: how }] }),
});
const price = (index: ReturnType<typeof menuWith>, choice: OptionChoice) =>
  priceBasket(
    index,
    { lines: [{ itemId: 'fries', quantity: 2, options: [choice] }], fulfilment: 'pickup' },
    { taxInclusive: true, taxRates: { standard: rate } },
  );

describe('how a choice is wanted', () => {
  it.each([
    ['as it comes', undefined, 1, 0, 1050, 60_000],
    ['light', 'light', 1, 0, 924, 30_000],
    ['extra', 'extra', 1, 0, 1300, 120_000],
    ['on the side', 'side', 1, 0, 1050, 60_000],
    ['twice extra', 'extra', 2, 0, 1800, 240_000],
    ['twice light', 'light', 2, 0, 1048, 60_000],
    ['light, and free', 'light', 1, 1, 800, 30_000],
    ['extra, of which one is free', 'extra', 1, 1, 1050, 120_000],
  ] as const)('%s changes price and stock', (_case, how, quantity, freeCount, total, milli) => {
    const { priced, problems } = price(menuWith(125, freeCount), cheese(how, quantity));
    expect(problems).toEqual([]);
    expect(priced.subtotalMinor).toBe(total);
    const needs = needsOf(menuWith(), [{ itemId: 'fries', quantity: 2, options: [cheese(how, quantity)] }]);
    expect(Object.fromEntries(needs)).toEqual({ cheese: milli });
  });

  it('is named below the choice, and no line of the bill is below zero', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('light', 'extra', 'side'),
        fc.nat({ max: 5000 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat({ max: 2 }),
        (how, cheeseMinor, quantity, freeCount) => {
          const { priced } = price(menuWith(cheeseMinor, freeCount), cheese(how, quantity));
          const [line] = priced.lines;
          const [topping] = line?.options ?? [];
          expect(topping?.options.map(({ optionId }) => optionId)).toEqual([how]);
          const amounts = [topping, ...(topping?.options ?? [])].map((each) => each?.priceMinor ?? -1);
          expect(Math.min(...amounts)).toBeGreaterThanOrEqual(0);
          expect(line?.unitPriceMinor).toBe(400 + amounts.reduce((sum, each) => sum + each, 0));
        },
      ),
    );
  });
});
