import { LIMITS } from '../limits.js';
import { aGroup, anIndex, anItem, anOption } from '../testing/menu-builders.js';
import type { BasketLine, OptionChoice } from './basket.js';
import { priceBasket, type Basket, type PricingContext } from './price-basket.js';

const rate = (ppm: number) => ({ 'dine-in': ppm, pickup: ppm, delivery: ppm });
const inclusive: PricingContext = {
  taxInclusive: true,
  taxRates: { standard: rate(190_000), food: { ...rate(70_000), 'dine-in': 190_000 } },
};
const exclusive: PricingContext = { ...inclusive, taxInclusive: false };

const index = anIndex({
  items: [
    anItem('burger', 1000, {
      modifierGroupIds: ['sides', 'extras', 'without'],
      taxClass: 'food',
      stationId: 'grill',
      prepSeconds: 600,
    }),
    anItem('steak', 2000, { modifierGroupIds: ['doneness'] }),
    anItem('pizza', 0, {
      variants: [
        { id: 'small', priceMinor: 800, name: 'Small' },
        { id: 'large', priceMinor: 1200, modifierGroupIds: ['toppings'] },
      ],
    }),
    anItem('fries', 400, { modifierGroupIds: ['dips'], stationId: 'fryer' }),
    anItem('wine', 500, { taxClass: 'alcohol', maxPerOrder: 3 }),
    anItem('hidden', 500, { onlyAsOption: true }),
    anItem('russian-doll', 0, { modifierGroupIds: ['doll'] }),
    anItem('gold', LIMITS.priceMinor),
  ],
  modifierGroups: [
    aGroup(
      'sides',
      [
        anOption('side-fries', 300, { itemId: 'fries', maxQuantity: 3 }),
        anOption('beer', 250, { taxClass: 'standard' }),
      ],
      { max: 3 },
    ),
    aGroup('dips', [anOption('ketchup', 50, { maxQuantity: 2 }), anOption('mayo', 60)]),
    aGroup('extras', [anOption('cheese', 100, { maxQuantity: 2 }), anOption('bacon', 150)], { freeCount: 1 }),
    aGroup('without', [anOption('no-onion')], { kind: 'removal' }),
    aGroup('doneness', [anOption('rare'), anOption('well')], { min: 1, max: 1 }),
    aGroup('toppings', [anOption('olives', 100, { priceMinorByVariant: { large: 150 } })]),
    aGroup('doll', [anOption('inner', 1, { modifierGroupIds: ['doll'] })]),
  ],
});

const choice = (groupId: string, optionId: string, over: Partial<OptionChoice> = {}): OptionChoice => ({
  groupId,
  optionId,
  ...over,
});
const line = (itemId: string, over: Partial<BasketLine> = {}): BasketLine => ({ itemId, quantity: 1, ...over });
const price = (lines: readonly BasketLine[], context = inclusive, over: Partial<Basket> = {}) =>
  priceBasket(index, { lines, fulfilment: 'pickup', ...over }, context);
const problemsOf = (...lines: BasketLine[]) => price(lines).problems.map(({ pointer, code }) => `${pointer} ${code}`);

describe('priceBasket', () => {
  it('prices a dish with options, and carries what the kitchen needs', () => {
    const options = [choice('sides', 'side-fries'), choice('without', 'no-onion')];
    const { priced, problems } = price([line('burger', { quantity: 2, note: 'Birthday', options })]);
    expect(problems).toEqual([]);
    expect(priced).toEqual({
      currency: 'EUR',
      taxInclusive: true,
      subtotalMinor: 2600,
      fees: [],
      taxMinor: 227,
      tipMinor: 0,
      totalMinor: 2600,
      taxes: [
        { taxClass: 'food', ratePpm: 70_000, netMinor: 1869, taxMinor: 131 },
        { taxClass: 'standard', ratePpm: 190_000, netMinor: 504, taxMinor: 96 },
      ],
      lines: [
        {
          index: 0,
          itemId: 'burger',
          variantId: 'burger-regular',
          name: 'burger',
          quantity: 2,
          note: 'Birthday',
          basePriceMinor: 1000,
          unitPriceMinor: 1300,
          totalMinor: 2600,
          taxMinor: 227,
          taxClass: 'food',
          stationId: 'grill',
          prepSeconds: 600,
          options: [
            {
              groupId: 'sides',
              groupName: 'sides',
              groupKind: 'choice',
              optionId: 'side-fries',
              itemId: 'fries',
              name: 'side-fries',
              quantity: 1,
              priceMinor: 300,
              taxMinor: 96,
              taxClass: 'standard',
              stationId: 'fryer',
              options: [],
            },
            {
              groupId: 'without',
              groupName: 'without',
              groupKind: 'removal',
              optionId: 'no-onion',
              name: 'no-onion',
              quantity: 1,
              priceMinor: 0,
              taxMinor: 0,
              taxClass: 'food',
              options: [],
            },
          ],
        },
      ],
    });
  });

  it('adds tax on top where it is exclusive, and the tip untaxed', () => {
    const { priced } = price([line('steak', { options: [choice('doneness', 'rare')] })], exclusive, { tipMinor: 150 });
    expect(priced).toMatchObject({ subtotalMinor: 2000, taxMinor: 380, tipMinor: 150, totalMinor: 2530 });
  });

  it('taxes by the way the order is taken', () => {
    const taxes = (fulfilment: Basket['fulfilment']) =>
      price([line('burger')], inclusive, { fulfilment }).priced.taxes[0]?.ratePpm;
    expect([taxes('pickup'), taxes('dine-in')]).toEqual([70_000, 190_000]);
  });

  it('taxes an option by its own class, its item, or its parent', () => {
    const options = [choice('sides', 'beer'), choice('sides', 'side-fries'), choice('extras', 'bacon')];
    const { priced } = price([line('burger', { options })]);
    expect(priced.lines[0]?.options.map(({ taxClass }) => taxClass)).toEqual(['standard', 'standard', 'food']);
  });

  it('taxes a class without rates as standard, and as nothing where there is no standard either', () => {
    expect(price([line('wine')]).priced.taxes).toEqual([
      { taxClass: 'standard', ratePpm: 190_000, netMinor: 420, taxMinor: 80 },
    ]);
    const untaxed = price([line('wine')], { taxInclusive: true, taxRates: {} });
    expect(untaxed.priced.taxes).toEqual([{ taxClass: 'alcohol', ratePpm: 0, netMinor: 500, taxMinor: 0 }]);
  });

  it('rounds once for the order, not once for each line', () => {
    const cheap = anIndex({ items: [anItem('gum', 10)] });
    const lines = Array.from({ length: 10 }, () => line('gum'));
    const context = { taxInclusive: false, taxRates: { standard: rate(45_000) } };
    const { priced } = priceBasket(cheap, { lines, fulfilment: 'pickup' }, context);
    expect(priced.taxMinor).toBe(5);
    expect(priced.lines.map(({ taxMinor }) => taxMinor)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
  });

  it('asks more for an option with a larger size', () => {
    const { priced } = price([line('pizza', { variantId: 'large', options: [choice('toppings', 'olives')] })]);
    expect(priced.lines[0]?.unitPriceMinor).toBe(1350);
  });

  it('counts what is chosen inside an option for each one of it', () => {
    const fries = choice('sides', 'side-fries', { quantity: 2, options: [choice('dips', 'ketchup', { quantity: 2 })] });
    const { priced, problems } = price([line('burger', { quantity: 3, options: [fries] })]);
    expect(problems).toEqual([]);
    const [side] = priced.lines[0]?.options ?? [];
    expect(side).toMatchObject({ quantity: 2, priceMinor: 600, options: [{ quantity: 4, priceMinor: 200 }] });
    expect(priced.lines[0]).toMatchObject({ unitPriceMinor: 1800, totalMinor: 5400 });
  });

  it('adds up an option that was chosen twice, unless something differs inside', () => {
    const cheese = price([
      line('burger', { options: [choice('extras', 'cheese'), choice('extras', 'cheese')] }),
    ]).priced;
    expect(cheese.lines[0]?.options).toMatchObject([{ optionId: 'cheese', quantity: 2, priceMinor: 100 }]);
    const plain = choice('sides', 'side-fries');
    const dipped = { ...plain, options: [choice('dips', 'mayo')] };
    const fries = price([line('burger', { options: [plain, dipped] })]).priced;
    expect(fries.lines[0]?.options.map(({ priceMinor }) => priceMinor)).toEqual([300, 300]);
    expect(fries.lines[0]?.unitPriceMinor).toBe(1660);
  });

  it('puts an agreed price in place of the menu’s, options included', () => {
    const options = [choice('sides', 'side-fries', { options: [choice('dips', 'mayo')] })];
    const { priced } = price([line('burger', { quantity: 2, options, agreedUnitPriceMinor: 777 })]);
    expect(priced.lines[0]).toMatchObject({ basePriceMinor: 777, unitPriceMinor: 777, totalMinor: 1554 });
    expect(priced.lines[0]?.options).toMatchObject([{ priceMinor: 0, options: [{ priceMinor: 0 }] }]);
    expect(priced.taxes.map(({ taxClass }) => taxClass)).toEqual(['food']);
  });

  it('takes an agreed price of 0', () => {
    expect(price([line('burger', { agreedUnitPriceMinor: 0 })]).priced.totalMinor).toBe(0);
  });
});

describe('problems of a basket', () => {
  const rare = { options: [choice('doneness', 'rare')] };

  it.each([
    ['an unknown dish', line('gone'), ['/lines/0/itemId unknown_item']],
    ['an object property as dish', line('constructor'), ['/lines/0/itemId unknown_item']],
    ['a missing size', line('pizza'), ['/lines/0/variantId variant_required']],
    ['an unknown size', line('pizza', { variantId: 'burger-regular' }), ['/lines/0/variantId unknown_variant']],
    [
      'an unknown group',
      line('burger', { options: [choice('dips', 'mayo')] }),
      ['/lines/0/options/0/groupId unknown_group'],
    ],
    [
      'an unknown option',
      line('burger', { options: [choice('extras', 'mayo')] }),
      ['/lines/0/options/0/optionId unknown_option'],
    ],
    [
      'a group of another size',
      line('pizza', { variantId: 'small', options: [choice('toppings', 'olives')] }),
      ['/lines/0/options/0/groupId unknown_group'],
    ],
    ['too few choices', line('steak'), ['/lines/0/options too_few_choices']],
    [
      'too many choices',
      line('steak', { options: [choice('doneness', 'rare'), choice('doneness', 'well')] }),
      ['/lines/0/options too_many_choices'],
    ],
    [
      'too many by quantity',
      line('burger', { options: [choice('sides', 'side-fries', { quantity: 3 }), choice('sides', 'beer')] }),
      ['/lines/0/options too_many_choices'],
    ],
    [
      'too often one option',
      line('burger', { options: [choice('extras', 'bacon', { quantity: 2 })] }),
      ['/lines/0/options/0/quantity option_quantity_exceeded'],
    ],
    [
      'too often one option in parts',
      line('burger', { options: [choice('extras', 'bacon'), choice('extras', 'bacon')] }),
      ['/lines/0/options/0/quantity option_quantity_exceeded'],
    ],
    ['a quantity of 0', line('steak', { quantity: 0, ...rare }), ['/lines/0/quantity invalid_quantity']],
    ['half a dish', line('steak', { quantity: 0.5, ...rare }), ['/lines/0/quantity invalid_quantity']],
    ['a hundred dishes', line('steak', { quantity: 100, ...rare }), ['/lines/0/quantity invalid_quantity']],
    [
      'minus one option',
      line('burger', { options: [choice('extras', 'bacon', { quantity: -1 })] }),
      ['/lines/0/options/0/quantity invalid_quantity'],
    ],
    ['an item that is only an option', line('hidden'), ['/lines/0 only_as_option']],
    ['too many of a dish', line('wine', { quantity: 4 }), ['/lines/0/quantity item_quantity_exceeded']],
    ['a line above the limit', line('gold', { quantity: 11 }), ['/lines/0 total_too_large']],
    [
      'an unknown option inside another',
      line('burger', { options: [choice('sides', 'side-fries', { options: [choice('dips', 'gone')] })] }),
      ['/lines/0/options/0/options/0/optionId unknown_option'],
    ],
    [
      'a choice inside an option that offers none',
      line('burger', { options: [choice('sides', 'beer', { options: [choice('dips', 'mayo')] })] }),
      ['/lines/0/options/0/options/0/groupId unknown_group'],
    ],
  ])('names %s', (_case, wrong, expected) => {
    expect(problemsOf(wrong)).toEqual(expected);
    expect(price([wrong]).priced).toMatchObject({ lines: [], taxes: [], totalMinor: 0 });
  });

  it('says limit, actual value and what it is about', () => {
    expect(price([line('steak')]).problems).toEqual([
      {
        pointer: '/lines/0/options',
        code: 'too_few_choices',
        detail: 'doneness: choose at least 1.',
        limit: 1,
        actual: 0,
        resource: 'doneness',
      },
    ]);
  });

  it('names an empty basket', () => {
    expect(problemsOf()).toEqual(['/lines empty_basket']);
  });

  it('names all at once, line by line, and prices the rest', () => {
    const wrong = line('burger', {
      quantity: 0,
      options: [choice('extras', 'gone'), choice('sides', 'beer', { quantity: 4 })],
    });
    const result = price([wrong, line('burger'), line('gone')], inclusive, { tipMinor: 100 });
    expect(result.problems.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/lines/0/quantity invalid_quantity',
      '/lines/0/options/0/optionId unknown_option',
      '/lines/0/options/1/quantity option_quantity_exceeded',
      '/lines/0/options too_many_choices',
      '/lines/2/itemId unknown_item',
    ]);
    expect(result.priced).toMatchObject({ subtotalMinor: 1000, totalMinor: 1100 });
    expect(result.priced.lines.map(({ index: at }) => at)).toEqual([1]);
  });

  it('counts a dish over all lines and names those from which on it is too much', () => {
    const result = price([line('wine', { quantity: 2 }), line('wine'), line('wine')]);
    expect(result.problems).toEqual([
      expect.objectContaining({ pointer: '/lines/2/quantity', code: 'item_quantity_exceeded', limit: 3, actual: 4 }),
    ]);
  });

  const doll = (depth: number): OptionChoice[] =>
    depth === 0 ? [] : [choice('doll', 'inner', { options: doll(depth - 1) })];

  it('follows options to the eighth level and no further', () => {
    expect(problemsOf(line('russian-doll', { options: doll(LIMITS.optionDepth) }))).toEqual([]);
    const pointer = `/lines/0${'/options/0'.repeat(LIMITS.optionDepth)}/options`;
    expect(problemsOf(line('russian-doll', { options: doll(LIMITS.optionDepth + 1) }))).toEqual([
      `${pointer} nesting_too_deep`,
    ]);
  });

  it('refuses a bill above the limit', () => {
    const many = [line('gold', { quantity: 6 }), line('gold', { quantity: 6 })];
    expect(problemsOf(...many)).toEqual(['/lines total_too_large']);
    expect(price([line('gold', { quantity: 10 })]).problems).toEqual([]);
  });

  it('survives amounts beyond all bounds', () => {
    const huge = anIndex({
      items: [anItem('x', 1, { modifierGroupIds: ['doll'] })],
      modifierGroups: [
        aGroup('doll', [anOption('inner', LIMITS.priceMinor, { modifierGroupIds: ['doll'], maxQuantity: 20 })]),
      ],
    });
    const deep = (depth: number): OptionChoice[] =>
      depth === 0 ? [] : [choice('doll', 'inner', { quantity: 20, options: deep(depth - 1) })];
    const result = priceBasket(
      huge,
      { lines: [line('x', { quantity: 99, options: deep(8) })], fulfilment: 'pickup' },
      inclusive,
    );
    expect(result.problems.map(({ code }) => code)).toEqual(['total_too_large']);
    expect(result.priced.totalMinor).toBe(0);
  });
});
