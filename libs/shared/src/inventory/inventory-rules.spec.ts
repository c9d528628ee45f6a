import fc from 'fast-check';
import type { Ingredient, Item, Menu, ModifierGroup } from '../menu/menu.js';
import { aGroup, anIndex, anItem, anOption } from '../testing/menu-builders.js';
import { cannotBeMade, dependentsOf } from './dependents.js';
import { needsOf, type ChosenOption } from './needs.js';
import { withRecipeAllergens } from './recipe-allergens.js';
import { formatAmount, milliOf } from './units.js';

const ingredient = (id: string, over: Partial<Ingredient<string>> = {}): Ingredient<string> => ({
  id,
  name: id,
  unit: 'g',
  ...over,
});
const takes = (amounts: Record<string, number>) =>
  Object.entries(amounts).map(([ingredientId, quantityMilli]) => ({ ingredientId, quantityMilli }));

const burger: Item<string> = anItem('burger', 900, {
  recipe: takes({ bun: 1000, beef: 150_000, onion: 20_000 }),
  modifierGroupIds: ['extras', 'without'],
});
const soup: Item<string> = anItem('soup', 500, {
  variants: [
    { id: 'cup', priceMinor: 400, recipe: takes({ broth: 200_000 }) },
    { id: 'bowl', priceMinor: 600, recipe: takes({ broth: 400_000, bun: 1000 }) },
  ],
});
const extras: ModifierGroup<string> = aGroup('extras', [
  anOption('extra-bun', 50, { recipe: takes({ bun: 1000 }) }),
  anOption('half-beef', 100, { recipe: takes({ beef: 75_000 }) }),
  anOption('side-soup', 300, { itemId: 'soup', modifierGroupIds: ['soup-without'] }),
]);
const without: ModifierGroup<string> = aGroup(
  'without',
  [
    anOption('no-onion', 0, { recipe: [{ ingredientId: 'onion' }] }),
    anOption('less-beef', 0, { recipe: takes({ beef: 100_000 }) }),
  ],
  { kind: 'removal' },
);
const soupWithout = aGroup('soup-without', [anOption('no-broth', 0, { recipe: [{ ingredientId: 'broth' }] })], {
  kind: 'removal',
});
const menu: Partial<Menu<string>> = {
  items: [burger, soup],
  modifierGroups: [extras, without, soupWithout],
  ingredients: ['bun', 'beef', 'onion', 'broth'].map((id) => ingredient(id)),
};
const index = anIndex(menu);

const needs = (options: ChosenOption[], quantity = 1): Record<string, number> =>
  Object.fromEntries(needsOf(index, [{ itemId: 'burger', quantity, options }]));

describe('what a dish takes from the stock', () => {
  it.each([
    ['its recipe', needs([]), { beef: 150_000, bun: 1000, onion: 20_000 }],
    ['its recipe for each unit', needs([], 3), { beef: 450_000, bun: 3000, onion: 60_000 }],
    ['more with an extra', needs([{ optionId: 'extra-bun' }]), { beef: 150_000, bun: 2000, onion: 20_000 }],
    [
      'the extra so often',
      needs([{ optionId: 'extra-bun', quantity: 3 }]),
      { beef: 150_000, bun: 4000, onion: 20_000 },
    ],
    ['nothing of what is left out', needs([{ optionId: 'no-onion' }]), { beef: 150_000, bun: 1000 }],
    ['less of what is taken away', needs([{ optionId: 'less-beef' }]), { beef: 50_000, bun: 1000, onion: 20_000 }],
    ['never less than nothing', needs([{ optionId: 'less-beef', quantity: 2 }]), { bun: 1000, onion: 20_000 }],
    [
      'the extra although the rest is left out',
      needs([{ optionId: 'half-beef' }, { optionId: 'less-beef', quantity: 2 }]),
      { beef: 75_000, bun: 1000, onion: 20_000 },
    ],
    [
      'the first size of an item that is an option',
      needs([{ optionId: 'side-soup' }]),
      { beef: 150_000, broth: 200_000, bun: 1000, onion: 20_000 },
    ],
    [
      'what is left out of the option only from the option',
      needs([{ optionId: 'side-soup', options: [{ optionId: 'no-broth' }] }]),
      { beef: 150_000, bun: 1000, onion: 20_000 },
    ],
    [
      'nothing of what the menu does not know',
      needs([{ optionId: 'gone' }]),
      { beef: 150_000, bun: 1000, onion: 20_000 },
    ],
  ])('is %s', (_case, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('is that of the chosen size, and nothing for a dish that is gone', () => {
    expect(Object.fromEntries(needsOf(index, [{ itemId: 'soup', variantId: 'bowl', quantity: 2 }]))).toEqual({
      broth: 800_000,
      bun: 2000,
    });
    expect(needsOf(index, [{ itemId: 'gone', quantity: 1 }]).size).toBe(0);
  });

  it('adds up over lines, is never below zero and stands in the order of the ids', () => {
    const option = fc.record({
      optionId: fc.constantFrom('extra-bun', 'half-beef', 'side-soup', 'no-onion', 'less-beef', 'gone'),
      quantity: fc.integer({ min: 1, max: 5 }),
    });
    const dish = fc.record({
      itemId: fc.constantFrom('burger', 'soup', 'gone'),
      quantity: fc.integer({ min: 1, max: 9 }),
      options: fc.array(option, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(dish, { maxLength: 5 }), (dishes) => {
        const together = needsOf(index, dishes);
        const apart = new Map<string, number>();
        for (const each of dishes) {
          for (const [id, milli] of needsOf(index, [each])) apart.set(id, (apart.get(id) ?? 0) + milli);
        }
        expect(Object.fromEntries(together)).toEqual(Object.fromEntries(apart));
        expect([...together.keys()]).toEqual([...together.keys()].sort());
        expect([...together.values()].every((milli) => milli > 0 && Number.isSafeInteger(milli))).toBe(true);
      }),
    );
  });
});

describe('what falls when an ingredient runs out', () => {
  const dependents = dependentsOf(index);
  const offWith = (onHand: Record<string, number>) =>
    cannotBeMade(dependents, new Map(Object.entries(onHand))).map(({ kind, id }) => `${kind} ${id}`);

  it('is every item, size and option that takes it', () => {
    expect(offWith({ bun: 0 })).toEqual(['item burger', 'option extra-bun', 'variant bowl']);
    expect(offWith({ beef: 100_000 })).toEqual(['item burger']);
    expect(offWith({ broth: 300_000 })).toEqual(['variant bowl']);
    expect(offWith({ broth: 199_999 })).toEqual(['option side-soup', 'variant bowl', 'variant cup']);
  });

  it('is nothing while there is enough, or while it is not counted', () => {
    expect(offWith({ bun: 1000, beef: 150_000, onion: 20_000, broth: 400_000 })).toEqual([]);
    expect(offWith({})).toEqual([]);
  });

  it('never counts what only leaves something out', () => {
    expect(offWith({ onion: 0 })).toEqual(['item burger']);
  });
});

describe('allergens of a recipe', () => {
  const allergensWith = (own: Partial<Item<string>>, ingredients: Ingredient<string>[]) =>
    withRecipeAllergens({
      currency: 'EUR',
      defaultLanguage: 'en',
      languages: ['en'],
      sections: [],
      modifierGroups: [],
      items: [anItem('dish', 1, { recipe: takes({ flour: 1, butter: 1 }), ...own })],
      ingredients,
    }).items[0]?.allergens;
  const flour = ingredient('flour', { allergens: ['gluten'] });

  it.each([
    ['flow up to the dish', {}, [flour, ingredient('butter', { allergens: ['milk'] })], ['gluten', 'milk']],
    [
      'join what the dish declares',
      { allergens: ['nuts'] as const },
      [flour, ingredient('butter', { allergens: [] })],
      ['gluten', 'nuts'],
    ],
    ['stay untold while an ingredient declares nothing', {}, [flour, ingredient('butter')], undefined],
    ['join a declaration even so', { allergens: [] as const }, [flour, ingredient('butter')], ['gluten']],
    [
      'say none when all declare none',
      {},
      [ingredient('flour', { allergens: [] }), ingredient('butter', { allergens: [] })],
      [],
    ],
  ])('%s', (_case, own, ingredients, expected) => {
    expect(allergensWith(own, ingredients)).toEqual(expected);
  });
});

describe('amounts', () => {
  it.each([
    [2.5, 'kg', 'g', 2_500_000],
    [0.5, 'piece', 'piece', 500],
    [1, 'dozen', 'piece', 12_000],
    [3, 'cl', 'ml', 30_000],
    [1, 'kg', 'ml', undefined],
    [1, 'constructor', 'g', undefined],
    [Number.NaN, 'g', 'g', undefined],
  ] as const)('reads %s %s as thousandths of %s', (amount, written, unit, expected) => {
    expect(milliOf(amount, written, unit)).toBe(expected);
  });

  it.each([
    [12_500, 'g', '12.5 g'],
    [1_250_000, 'g', '1.25 kg'],
    [2_000_000, 'ml', '2 l'],
    [1000, 'piece', '1 piece'],
    [500, 'piece', '0.5 pieces'],
    [2_000_000, 'piece', '2,000 pieces'],
  ] as const)('says %s thousandths of %s as %s', (milli, unit, expected) => {
    expect(formatAmount(milli, unit)).toBe(expected);
  });
});
