import fc from 'fast-check';
import { indexMenu } from '../menu/menu-index.js';
import { aGroup, aMenu, anItem, anOption } from '../testing/menu-builders.js';
import type { FulfilmentType } from '../orders/fulfilment.js';
import { priceBasket, type PricingResult } from './price-basket.js';

const FOOD = { 'dine-in': 100_000, pickup: 50_000, delivery: 50_000 };
const DRINK = { 'dine-in': 200_000, pickup: 190_000, delivery: 190_000 };

interface Dishes {
  readonly comboMinor: number;
  readonly burgerMinor: number;
  readonly beerMinor: number;
  readonly surchargeMinor?: number;
}

/** A combo of a burger and a drink, taxed by two classes. */
function order(
  { comboMinor, burgerMinor, beerMinor, surchargeMinor = 0 }: Dishes,
  how: {
    readonly quantity?: number;
    readonly fulfilment?: FulfilmentType;
    readonly taxInclusive?: boolean;
    readonly drinkFirst?: boolean;
  } = {},
): PricingResult<string> {
  const menu = aMenu({
    items: [
      anItem('lunch', comboMinor, { isCombo: true, taxClass: 'food', modifierGroupIds: ['main', 'drink'] }),
      anItem('burger', burgerMinor, { taxClass: 'food' }),
      anItem('beer', beerMinor, { taxClass: 'alcohol' }),
    ],
    modifierGroups: [
      aGroup('main', [{ id: 'm-burger', itemId: 'burger', priceMinor: 0 }, anOption('without')]),
      aGroup('drink', [{ id: 'd-beer', itemId: 'beer', priceMinor: surchargeMinor }]),
    ],
  });
  const chosen = [
    { groupId: 'main', optionId: 'm-burger' },
    { groupId: 'drink', optionId: 'd-beer' },
  ];
  const options = how.drinkFirst === true ? chosen.reverse() : chosen;
  return priceBasket(
    indexMenu(menu),
    { lines: [{ itemId: 'lunch', quantity: how.quantity ?? 1, options }], fulfilment: how.fulfilment ?? 'dine-in' },
    { taxRates: { standard: FOOD, food: FOOD, alcohol: DRINK }, taxInclusive: how.taxInclusive ?? true },
  );
}

const LUNCH = { comboMinor: 1000, burgerMinor: 800, beerMinor: 400 };

describe('a combo', () => {
  it('is taxed as its parts, in proportion to what they cost on their own', () => {
    const { priced, problems } = order(LUNCH);
    expect(problems).toEqual([]);
    expect(priced.lines[0]?.baseShares).toEqual([
      { taxClass: 'food', amountMinor: 667 },
      { taxClass: 'alcohol', amountMinor: 333 },
    ]);
    // 6.67 with 10 % holds 0.61, 3.33 with 20 % holds 0.56.
    expect(priced.taxes.map(({ taxClass, taxMinor }) => [taxClass, taxMinor])).toEqual([
      ['alcohol', 56],
      ['food', 61],
    ]);
    expect([priced.totalMinor, priced.lines[0]?.taxMinor]).toEqual([1000, 117]);
  });

  it('changes both taxes when it is taken away', () => {
    const { taxes } = order(LUNCH, { fulfilment: 'pickup' }).priced;
    expect(taxes.map(({ taxClass, ratePpm, taxMinor }) => [taxClass, ratePpm, taxMinor])).toEqual([
      ['alcohol', 190_000, 53],
      ['food', 50_000, 32],
    ]);
  });

  it('is taxed the same in whatever order a guest chose, also when a cent falls to one of two equals', () => {
    const even = { comboMinor: 1001, burgerMinor: 500, beerMinor: 500 };
    expect(order(even, { drinkFirst: true }).priced.taxes).toEqual(order(even).priced.taxes);
  });

  it('charges a surcharge by the class of its choice', () => {
    const { lines, totalMinor } = order({ ...LUNCH, surchargeMinor: 150 }).priced;
    expect([totalMinor, lines[0]?.basePriceMinor, lines[0]?.options[1]?.priceMinor]).toEqual([1150, 1000, 150]);
    expect(lines[0]?.options[1]?.taxClass).toBe('alcohol');
  });

  it('is taxed by its own class when nothing that it is made of costs anything on its own', () => {
    const { lines } = order({ ...LUNCH, burgerMinor: 0, beerMinor: 0 }).priced;
    expect(lines[0]?.baseShares).toEqual([{ taxClass: 'food', amountMinor: 1000 }]);
  });

  it('adds up to the cent, whatever it costs, is made of and how many are ordered', () => {
    const amounts = fc.nat({ max: 50_000 });
    const cases = fc.record({
      dishes: fc.record({
        comboMinor: amounts,
        burgerMinor: amounts,
        beerMinor: amounts,
        surchargeMinor: fc.nat({ max: 500 }),
      }),
      quantity: fc.integer({ min: 1, max: 20 }),
      taxInclusive: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, ({ dishes, quantity, taxInclusive }) => {
        const { priced } = order(dishes, { quantity, taxInclusive });
        const [line] = priced.lines;
        const shares = line?.baseShares ?? [];
        expect(shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(dishes.comboMinor);
        expect(line?.taxMinor).toBe(priced.taxMinor);
        const net = priced.taxes.reduce((sum, { netMinor }) => sum + netMinor, 0);
        const owed = dishes.comboMinor + dishes.surchargeMinor;
        expect(net + (taxInclusive ? priced.taxMinor : 0)).toBe(owed * quantity);
        expect(priced.totalMinor).toBe(owed * quantity + (taxInclusive ? 0 : priced.taxMinor));
      }),
    );
  });
});
