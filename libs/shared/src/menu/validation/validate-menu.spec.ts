import fc from 'fast-check';
import { LIMITS } from '../../limits.js';
import { aDocument, aGroup, aMenu, anItem, anOption, aSection } from '../../testing/menu-builders.js';
import type { MenuFindingCode } from '../menu-view.js';
import type { Item, Menu, MenuDocument, ModifierGroup } from '../menu.js';
import { validateMenu } from './validate-menu.js';

const found = (document: MenuDocument): string[] =>
  validateMenu(document).map(({ code, severity, entity }) => `${severity} ${code} ${entity.kind} ${entity.id}`);
const withGroup = (group: ModifierGroup<string>, ...others: ModifierGroup<string>[]): MenuDocument =>
  aDocument({ items: [anItem('dish', 100, { modifierGroupIds: [group.id] })], modifierGroups: [group, ...others] });
const withItem = (over: Partial<Item<string>>): MenuDocument => aDocument({ items: [anItem('dish', 100, over)] });
const of = (over: Partial<Menu<string>>): MenuDocument => aDocument(over);

describe('validateMenu', () => {
  it('finds nothing in a sound menu', () => {
    expect(found(withGroup(aGroup('sides', [anOption('a'), anOption('b')], { min: 1, max: 2 })))).toEqual([]);
  });

  const evening = { days: [1], fromMinute: 1080, toMinute: 1560 } as const;
  const table: [MenuFindingCode, string, MenuDocument, string[]][] = [
    [
      'duplicate_id',
      'two items',
      of({ items: [anItem('a'), anItem('a', 1, { variants: [{ id: 'v', priceMinor: 1 }] })] }),
      ['error duplicate_id item a'],
    ],
    [
      'duplicate_id',
      'variants of two items',
      of({ items: [anItem('a'), anItem('b', 1, { variants: [{ id: 'a-regular', priceMinor: 1 }] })] }),
      ['error duplicate_id variant a-regular'],
    ],
    [
      'duplicate_id',
      'options of two groups',
      of({ modifierGroups: [aGroup('g', [anOption('o')]), aGroup('h', [anOption('o')])] }),
      ['error duplicate_id option o'],
    ],
    [
      'unknown_reference',
      'an item in a section',
      of({ sections: [aSection('s', ['gone'])] }),
      ['error unknown_reference section s'],
    ],
    [
      'unknown_reference',
      'a group of an item',
      withItem({ modifierGroupIds: ['gone'] }),
      ['error unknown_reference item dish'],
    ],
    [
      'unknown_reference',
      'a group of a variant',
      withItem({ variants: [{ id: 'v', priceMinor: 1, modifierGroupIds: ['gone'] }] }),
      ['error unknown_reference variant v'],
    ],
    [
      'unknown_reference',
      'an item and a group of an option',
      withGroup(aGroup('g', [anOption('o', 0, { itemId: 'gone', modifierGroupIds: ['gone'] })])),
      ['error unknown_reference option o', 'error unknown_reference option o'],
    ],
    [
      'unknown_reference',
      'a variant in a price',
      withGroup(aGroup('g', [anOption('o', 0, { priceMinorByVariant: { gone: 1 } })])),
      ['error unknown_reference option o'],
    ],
    [
      'reference_cycle',
      'a group under itself',
      withGroup(aGroup('g', [anOption('o', 0, { modifierGroupIds: ['g'] })])),
      ['error reference_cycle modifier-group g'],
    ],
    [
      'required_group_without_options',
      'nothing to choose',
      withGroup(aGroup('g', [], { min: 1 })),
      ['error required_group_without_options modifier-group g'],
    ],
    [
      'required_group_unsellable',
      'too few to choose',
      withGroup(aGroup('g', [anOption('o')], { min: 2 })),
      ['error required_group_unsellable modifier-group g'],
    ],
    [
      'max_above_options',
      'more than there are',
      withGroup(aGroup('g', [anOption('o', 0, { maxQuantity: 2 })], { max: 3 })),
      ['warning max_above_options modifier-group g'],
    ],
    [
      'min_above_max',
      'crossed bounds',
      withGroup(aGroup('g', [anOption('o'), anOption('p')], { min: 2, max: 1 })),
      ['error min_above_max modifier-group g'],
    ],
    [
      'parts_without_number',
      'halves of which one may be left out',
      withGroup(aGroup('g', [anOption('o'), anOption('p')], { kind: 'part', min: 1, max: 2 })),
      ['error parts_without_number modifier-group g'],
    ],
    [
      'percent_without_choice',
      'a dish that can be had light',
      of({
        items: [anItem('a', 100, { modifierGroupIds: ['g'] })],
        modifierGroups: [aGroup('g', [anOption('light', 0, { percentOfChoice: -50 })])],
      }),
      ['error percent_without_choice modifier-group g'],
    ],
    [
      'invalid_value',
      'a percentage with a price',
      withGroup(aGroup('g', [anOption('extra', 50, { percentOfChoice: 100 })])),
      ['error percent_without_choice modifier-group g', 'error invalid_value option extra'],
    ],
    [
      'orphaned_item',
      'an item in no section',
      of({ items: [anItem('a')], sections: [] }),
      ['warning orphaned_item item a'],
    ],
    [
      'negative_price',
      'a negative variant',
      of({ items: [anItem('a', -1)] }),
      ['error negative_price variant a-regular'],
    ],
    [
      'negative_price',
      'a negative option for a size',
      withGroup(aGroup('g', [anOption('o', 0, { priceMinorByVariant: { 'dish-regular': -5 } })])),
      ['error negative_price option o'],
    ],
    [
      'invalid_value',
      'a price with decimals',
      of({ items: [anItem('a', 1.5)] }),
      ['error invalid_value variant a-regular'],
    ],
    [
      'invalid_value',
      'a price above the limit',
      of({ items: [anItem('a', LIMITS.priceMinor + 1)] }),
      ['error invalid_value variant a-regular'],
    ],
    ['invalid_value', 'an item without variants', withItem({ variants: [] }), ['error invalid_value item dish']],
    [
      'invalid_value',
      'a fixed rule without a price',
      withGroup(aGroup('g', [anOption('o')], { priceRule: 'fixed' })),
      ['error invalid_value modifier-group g'],
    ],
    [
      'invalid_value',
      'more defaults than allowed',
      withGroup(
        aGroup('g', [anOption('o', 0, { isDefault: true }), anOption('p', 0, { isDefault: true })], { max: 1 }),
      ),
      ['error invalid_value modifier-group g'],
    ],
    [
      'invalid_value',
      'an odd currency and language',
      of({ currency: 'eur', defaultLanguage: 'fr' }),
      ['error invalid_value menu menu', 'error invalid_value menu menu'],
    ],
    [
      'unknown_allergen',
      'a word of its own',
      withItem({ allergens: ['wheat' as 'gluten'] }),
      ['error unknown_allergen item dish'],
    ],
    [
      'unknown_additive',
      'a word of its own',
      withItem({ additives: ['E150d' as 'caffeine'] }),
      ['error unknown_additive item dish'],
    ],
    [
      'unknown_diet_tag',
      'a word of its own',
      withItem({ dietTags: ['paleo' as 'vegan'] }),
      ['error unknown_diet_tag item dish'],
    ],
    [
      'invalid_availability',
      'no day',
      withItem({ availability: [{ ...evening, days: [] }] }),
      ['error invalid_availability item dish'],
    ],
    [
      'invalid_availability',
      'an end before the start',
      withItem({ availability: [{ ...evening, toMinute: 120 }] }),
      ['error invalid_availability item dish'],
    ],
    [
      'invalid_availability',
      'a date that does not exist',
      withItem({ availability: [{ ...evening, fromDate: '2026-02-30' }] }),
      ['error invalid_availability item dish'],
    ],
    [
      'invalid_availability',
      'an empty list',
      of({ sections: [aSection('s', [], { availability: [] })] }),
      ['error invalid_availability section s'],
    ],
  ];

  it.each(table)('reports %s for %s', (_code, _case, document, expected) => {
    expect(found(document)).toEqual(expected);
  });

  it('accepts a sound evening past midnight', () => {
    expect(found(withItem({ availability: [{ ...evening, exceptDates: ['2026-12-24'] }] }))).toEqual([]);
  });

  it('does not call an item orphaned that is an option of something', () => {
    const group = aGroup('sides', [anOption('o', 0, { itemId: 'fries' })]);
    const items = [anItem('dish', 1, { modifierGroupIds: ['sides'] }), anItem('fries')];
    expect(found(of({ items, modifierGroups: [group], sections: [aSection('s', ['dish'])] }))).toEqual([]);
  });

  it('reports a circle through an item once, with its path', () => {
    const document = of({
      items: [anItem('menu', 1, { modifierGroupIds: ['a'] })],
      modifierGroups: [
        aGroup('entry', [anOption('e', 0, { modifierGroupIds: ['a'] })]),
        aGroup('a', [anOption('o', 0, { modifierGroupIds: ['b'] })]),
        aGroup('b', [anOption('p', 0, { itemId: 'menu' })]),
      ],
    });
    const cycles = validateMenu(document).filter(({ code }) => code === 'reference_cycle');
    expect(cycles.map(({ entity, detail }) => [entity.id, detail])).toEqual([
      ['a', 'It unfolds under itself: a > b > a. Remove one of these references.'],
    ]);
  });

  it('calls required groups unsellable that need each other, and those that need them', () => {
    const document = withGroup(
      aGroup('top', [anOption('t', 0, { modifierGroupIds: ['a'] })], { min: 1 }),
      aGroup('a', [anOption('o', 0, { modifierGroupIds: ['b'] })], { min: 1 }),
      aGroup('b', [anOption('p', 0, { modifierGroupIds: ['a'] })], { min: 1 }),
    );
    expect(found(document)).toEqual([
      'error reference_cycle modifier-group a',
      'error required_group_unsellable modifier-group top',
      'error required_group_unsellable modifier-group a',
      'error required_group_unsellable modifier-group b',
    ]);
  });

  it('reports missing texts once for each entity, as warnings after the errors', () => {
    const document = of({ items: [anItem('a', -1)], languages: ['en', 'de', 'pt'] });
    const [item] = document.items;
    const bare = {
      ...document,
      items: item
        ? [
            { ...item, description: { de: 'Text' } },
            { ...item, id: 'b', name: {}, variants: [] },
          ]
        : [],
    };
    expect(found(bare)).toEqual([
      'error negative_price variant a-regular',
      'error invalid_value item b',
      'warning orphaned_item item b',
      'warning missing_translation section all',
      'warning missing_translation item a',
      'warning missing_text item b',
    ]);
    expect(validateMenu(bare).find(({ code }) => code === 'missing_translation')?.detail).toContain('de, pt');
    expect(validateMenu(bare)[0]?.entity.name).toBe('a');
  });

  it('wants names for sizes when there are several', () => {
    const document = withItem({
      variants: [
        { id: 's', priceMinor: 1 },
        { id: 'l', priceMinor: 2, name: 'Large' },
      ],
    });
    expect(found(document)).toEqual(['warning missing_text variant s']);
  });

  it('follows a chain of twenty thousand groups without running out of stack', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) =>
      aGroup(`g${at}`, [anOption(`o${at}`, 0, { modifierGroupIds: [`g${at + 1}`] })], { min: 1 }),
    );
    const codes = new Set(validateMenu(of({ modifierGroups: chain })).map(({ code }) => code));
    expect(codes).toEqual(new Set(['unknown_reference']));
  });
});

describe('validateMenu with odd content', () => {
  const junk = fc.oneof(
    fc.constantFrom(null, undefined, NaN, -1, 1e99, '', 'g', '__proto__', true, 'odd'),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const entity = (fields: string[]) =>
    fc.dictionary(
      fc.constantFrom('id', 'name', 'description', ...fields),
      fc.oneof(junk, fc.array(junk, { maxLength: 3 })),
    );
  const option = entity([
    'itemId',
    'priceMinor',
    'priceMinorByVariant',
    'maxQuantity',
    'modifierGroupIds',
    'allergens',
  ]);
  const group = fc
    .tuple(entity(['kind', 'min', 'max', 'freeCount', 'priceRule']), fc.array(fc.oneof(option, junk)))
    .map(([fields, options]) => ({ ...fields, options }));
  const item = fc
    .tuple(
      entity(['availability', 'photo', 'taxClass', 'modifierGroupIds', 'allergens']),
      fc.array(fc.oneof(option, junk)),
    )
    .map(([fields, variants]) => ({ ...fields, variants }));
  const document = fc.record({
    languages: fc.oneof(junk, fc.array(junk)),
    defaultLanguage: junk,
    currency: junk,
    sections: fc.oneof(junk, fc.array(fc.oneof(junk, entity(['itemIds', 'availability'])))),
    items: fc.oneof(junk, fc.array(fc.oneof(junk, item))),
    modifierGroups: fc.oneof(junk, fc.array(fc.oneof(junk, group))),
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(junk, document), (odd) => {
        expect(Array.isArray(validateMenu(odd as unknown as MenuDocument))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not change what it reads', () => {
    const menu = { ...aMenu({ items: [anItem('a')] }), format: 'comanda-menu/1' };
    const before = JSON.stringify(menu);
    validateMenu(menu as unknown as MenuDocument);
    expect(JSON.stringify(menu)).toBe(before);
  });
});

describe('recipes', () => {
  const milk = { id: 'milk', name: { en: 'Milk' }, unit: 'ml', allergens: ['milk'] } as const;
  const withRecipe = (recipe: unknown, ingredients: unknown = [milk]): MenuDocument =>
    ({
      ...aDocument({ items: [anItem('latte')] }),
      ingredients,
      items: [{ ...aDocument({ items: [anItem('latte')] }).items[0], recipe }],
    }) as unknown as MenuDocument;
  const codes = (document: MenuDocument) => validateMenu(document).map(({ code, entity }) => `${code} ${entity.id}`);

  it.each([
    ['a whole recipe', [{ ingredientId: 'milk', quantityMilli: 1 }], []],
    ['an unknown ingredient', [{ ingredientId: 'gone', quantityMilli: 1 }], ['unknown_reference latte']],
    ['an amount of zero', [{ ingredientId: 'milk', quantityMilli: 0 }], ['invalid_recipe latte']],
    ['half a thousandth', [{ ingredientId: 'milk', quantityMilli: 0.5 }], ['invalid_recipe latte']],
    ['no amount', [{ ingredientId: 'milk' }], ['invalid_recipe latte']],
    ['a line that is none', [null], ['unknown_reference latte', 'invalid_recipe latte']],
    ['no list', 'milk', ['invalid_recipe latte']],
  ])('looks at %s', (_case, recipe, expected) => {
    expect(codes(withRecipe(recipe))).toEqual(expected);
  });

  it('looks at ingredients', () => {
    const odd = { id: 'x', name: { en: 'X' }, unit: 'cup', allergens: ['dust'] };
    expect(codes(withRecipe([], [odd]))).toEqual(['unknown_allergen x', 'invalid_value x']);
    expect(codes(withRecipe([], [{ ...milk, allergens: undefined }]))).toEqual(['undeclared_ingredient milk']);
  });
});
