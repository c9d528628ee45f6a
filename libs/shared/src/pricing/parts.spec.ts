import fc from 'fast-check';
import { dependentsOf } from '../inventory/dependents.js';
import { needsOf } from '../inventory/needs.js';
import type { PriceRule } from '../menu/menu.js';
import { partName } from '../menu/parts.js';
import { aGroup, anIndex, anItem, anOption } from '../testing/menu-builders.js';
import type { OptionChoice } from './basket.js';
import { leastPriceMinor } from './least-price.js';
import { priceBasket } from './price-basket.js';

const rate = { 'dine-in': 0, pickup: 0, delivery: 0 };
const takes = (amounts: Record<string, number>) =>
  Object.entries(amounts).map(([ingredientId, quantityMilli]) => ({ ingredientId, quantityMilli }));

/** A pizza of two halves; each half is a pizza of the menu, with what can be left out of it and added to it. */
const menuWith = (priceRule: PriceRule, parts = 2) =>
  anIndex({
    items: [
      anItem('halves', 0, { modifierGroupIds: ['parts'] }),
      anItem('margherita', 1200, { recipe: takes({ dough: 250_000, cheese: 125_001 }), modifierGroupIds: ['change'] }),
      anItem('salami', 1500, { recipe: takes({ dough: 250_000, salami: 80_000 }), modifierGroupIds: ['extra'] }),
    ],
    modifierGroups: [
      aGroup(
        'parts',
        [
          anOption('m', 1200, { name: 'Margherita', itemId: 'margherita', maxQuantity: parts }),
          anOption('s', 1500, { name: 'Salami', itemId: 'salami', maxQuantity: parts }),
        ],
        { kind: 'part', priceRule, min: parts, max: parts },
      ),
      aGroup('change', [anOption('no-cheese', 0, { recipe: [{ ingredientId: 'cheese' }] })], { kind: 'removal' }),
      aGroup('extra', [anOption('more-salami', 150, { recipe: takes({ salami: 40_000 }) })]),
    ],
    ingredients: ['dough', 'cheese', 'salami'].map((id) => ({ id, name: id, unit: 'g' })),
  });

const half = (optionId: string, options: readonly OptionChoice[] = []): OptionChoice => ({
  groupId: 'parts',
  optionId,
  options,
});
const both = [half('m'), half('s')];
const price = (index: ReturnType<typeof menuWith>, options: readonly OptionChoice[]) =>
  priceBasket(
    index,
    { lines: [{ itemId: 'halves', quantity: 1, options }], fulfilment: 'pickup' },
    { taxInclusive: true, taxRates: { standard: rate } },
  );

describe('a dish of parts', () => {
  it.each([
    ['dearest', 1500],
    ['average', 1350],
    ['sum', 2700],
  ] as const)('with the rule "%s" costs %i', (rule, total) => {
    const { priced, problems } = price(menuWith(rule), both);
    expect(problems).toEqual([]);
    expect(priced.subtotalMinor).toBe(total);
  });

  it('names every part apart, with what is left out of it and added to it', () => {
    const options = [
      half('m', [{ groupId: 'change', optionId: 'no-cheese' }]),
      half('s', [{ groupId: 'extra', optionId: 'more-salami' }]),
    ];
    const { priced } = price(menuWith('dearest'), options);
    expect(priced.lines[0]?.options.map(({ name, groupKind }) => [name, groupKind])).toEqual([
      ['½ Margherita', 'choice'],
      ['½ Salami', 'choice'],
    ]);
    expect(priced.lines[0]?.options.map((part) => part.options.map(({ name }) => name))).toEqual([
      ['no-cheese'],
      ['more-salami'],
    ]);
    expect(priced.subtotalMinor).toBe(1650);
  });

  it('asks for all its parts', () => {
    expect(price(menuWith('dearest'), [half('m')]).problems.map(({ code }) => code)).toEqual(['too_few_choices']);
  });

  it.each([
    [2, '½ Margherita'],
    [3, '⅓ Margherita'],
    [4, '¼ Margherita'],
    [7, '1/7 Margherita'],
    [1, 'Margherita'],
  ])('one of %i is "%s", in every language', (parts, name) => {
    expect(partName('Margherita', parts)).toBe(name);
    expect(partName({ en: 'Margherita', de: 'Margherita' }, parts)).toEqual({ en: name, de: name });
  });

  it('takes its share of every recipe from the stock', () => {
    const index = menuWith('dearest');
    const plain = needsOf(index, [{ itemId: 'halves', quantity: 2, options: both }]);
    expect(Object.fromEntries(plain)).toEqual({ cheese: 125_002, dough: 500_000, salami: 80_000 });
    const changed = [half('m', [{ groupId: 'change', optionId: 'no-cheese' }]), half('s', [half('more-salami')])];
    const needs = needsOf(index, [{ itemId: 'halves', quantity: 1, options: changed }]);
    expect(Object.fromEntries(needs)).toEqual({ dough: 250_000, salami: 60_000 });
  });

  it('falls when less is left than one part takes', () => {
    const cheese = dependentsOf(menuWith('dearest')).get('cheese');
    expect(cheese).toEqual([
      { target: { kind: 'item', id: 'margherita' }, quantityMilli: 125_001 },
      { target: { kind: 'option', id: 'm' }, quantityMilli: 62_501 },
    ]);
  });

  it.each([
    ['dearest', 1200],
    ['average', 1200],
    ['sum', 2400],
  ] as const)('shows with the rule "%s" the least that it costs: %i', (rule, least) => {
    const index = menuWith(rule);
    const item = index.items.get('halves');
    const [variant] = item?.variants ?? [];
    expect(item && variant && leastPriceMinor(index, item, variant)).toBe(least);
  });

  it('shows never more than a guest can pay', () => {
    fc.assert(
      fc.property(fc.constantFrom<PriceRule>('sum', 'dearest', 'average'), fc.nat({ max: 4 }), (rule, first) => {
        const index = menuWith(rule, 4);
        const item = index.items.get('halves');
        const [variant] = item?.variants ?? [];
        const counts = [
          ['m', first],
          ['s', 4 - first],
        ] as const;
        const options = counts.flatMap(([id, quantity]) => (quantity === 0 ? [] : [{ ...half(id), quantity }]));
        const { priced, problems } = price(index, options);
        expect(problems).toEqual([]);
        expect(item && variant && leastPriceMinor(index, item, variant)).toBeLessThanOrEqual(priced.subtotalMinor);
      }),
    );
  });
});
