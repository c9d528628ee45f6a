import { aDocument, aGroup, anIndex, anItem, anOption, aSection } from '../testing/menu-builders.js';
import { allergensOf } from './allergens-of.js';
import { groupsOf, optionFacts } from './groups-of.js';
import { indexMenu } from './menu-index.js';
import { optionPriceMinor } from './option-price.js';
import { plainName } from './plain-name.js';
import { translate } from './translate.js';

describe('indexMenu', () => {
  const fries = anItem('fries', 400);
  const sides = aGroup('sides', [anOption('side-fries', 300, { itemId: 'fries' })]);
  const index = anIndex({ items: [fries], modifierGroups: [sides] });

  it('finds each entity with what it belongs to', () => {
    expect(index.items.get('fries')).toBe(fries);
    expect(index.variants.get('fries-regular')).toEqual({ item: fries, variant: fries.variants[0] });
    expect(index.groups.get('sides')).toBe(sides);
    expect(index.options.get('side-fries')).toEqual({ group: sides, option: sides.options[0] });
    expect(index.sections.get('all')?.itemIds).toEqual(['fries']);
    expect(index.sectionsByItem.get('fries')?.map(({ id }) => id)).toEqual(['all']);
    expect(index.items.get('constructor')).toBeUndefined();
  });

  it('lets the first of entities with one id count', () => {
    expect(anIndex({ items: [fries, anItem('fries', 900)] }).items.get('fries')).toBe(fries);
  });

  it('names each section of an item once', () => {
    const twice = anIndex({
      items: [fries],
      sections: [aSection('lunch', ['fries', 'fries']), aSection('dinner', ['fries'])],
    });
    expect(twice.sectionsByItem.get('fries')?.map(({ id }) => id)).toEqual(['lunch', 'dinner']);
  });
});

describe('groupsOf', () => {
  const index = anIndex({ modifierGroups: [aGroup('a', []), aGroup('b', [])] });

  it('takes the groups of the item in its order, without unknown ones', () => {
    const item = anItem('x', 0, { modifierGroupIds: ['b', 'gone', 'a', 'b'] });
    expect(groupsOf(index, item, item.variants[0]).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('takes those of the variant where it has its own, none included', () => {
    const item = anItem('x', 0, { modifierGroupIds: ['a'] });
    expect(groupsOf(index, item, { modifierGroupIds: ['b'] }).map(({ id }) => id)).toEqual(['b']);
    expect(groupsOf(index, item, { modifierGroupIds: [] })).toEqual([]);
  });
});

describe('optionFacts', () => {
  const fries = anItem('fries', 400, {
    allergens: ['celery'],
    dietTags: ['vegan'],
    taxClass: 'food',
    stationId: 'fryer',
    modifierGroupIds: ['dips'],
  });
  const index = anIndex({ items: [fries] });

  it('takes all from the item to which the option points', () => {
    expect(optionFacts(index, { id: 'o', itemId: 'fries', priceMinor: 0 })).toEqual({
      item: fries,
      name: 'fries',
      allergens: ['celery'],
      additives: undefined,
      dietTags: ['vegan'],
      taxClass: 'food',
      stationId: 'fryer',
      modifierGroupIds: ['dips'],
    });
  });

  it('lets the option say otherwise', () => {
    const own = {
      allergens: [],
      taxClass: 'drink',
      stationId: 'bar',
      modifierGroupIds: [],
      name: 'Small fries',
    } as const;
    expect(optionFacts(index, { id: 'o', itemId: 'fries', priceMinor: 0, ...own })).toMatchObject(own);
  });

  it('leaves open what neither says', () => {
    const facts = optionFacts(index, { id: 'o', itemId: 'gone', priceMinor: 0 });
    expect(facts).toMatchObject({ name: undefined, taxClass: undefined, stationId: undefined, modifierGroupIds: [] });
  });
});

describe('optionPriceMinor', () => {
  const option = anOption('cheese', 100, { priceMinorByVariant: { large: 150, free: 0 } });
  const at = { variantId: 'large', aboveMinor: 125 };

  it.each([
    ['large', 150],
    ['free', 0],
    ['small', 100],
    ['constructor', 100],
  ])('with %s is %i', (variantId, price) => {
    expect(optionPriceMinor(option, { variantId, aboveMinor: 0 })).toBe(price);
  });

  it.each([
    [100, 125],
    [50, 63],
    [0, 0],
    [-50, -63],
    [-100, -125],
    [-400, -125],
  ])('of %i percent of the choice above is %i', (percentOfChoice, price) => {
    expect(optionPriceMinor(anOption('how', 0, { percentOfChoice }), at)).toBe(price);
  });
});

describe('translate', () => {
  const document = {
    ...aDocument({ items: [anItem('leeks')], modifierGroups: [aGroup('extras', [anOption('nuts')])] }),
    languages: ['en', 'de'],
  };
  const [leeks] = document.items;

  it('says everything in the language, and in the default language what is missing there', () => {
    const german = translate(
      {
        ...document,
        items: leeks
          ? [
              {
                ...leeks,
                name: { en: 'Leeks', de: 'Lauch' },
                description: { en: 'Charred' },
                photo: { url: '/l', alt: { de: 'Foto' } },
              },
            ]
          : [],
      },
      'de',
    );
    expect(german.items[0]).toMatchObject({ name: 'Lauch', description: 'Charred', photo: { url: '/l', alt: 'Foto' } });
    expect(german.modifierGroups[0]).toMatchObject({ name: 'extras', options: [{ id: 'nuts', name: 'nuts' }] });
    expect(german.sections[0]?.name).toBe('all');
  });

  it('adds no texts and no format', () => {
    const english = translate(document, 'en');
    expect(english).not.toHaveProperty('format');
    expect(english.items[0]).not.toHaveProperty('description');
    expect(english.items[0]?.variants[0]).not.toHaveProperty('name');
    expect(indexMenu(english).items.get('leeks')?.taxClass).toBe('standard');
  });
});

describe('allergensOf', () => {
  const nested = aGroup('dips', [anOption('aioli', 0, { allergens: ['egg'] })]);
  const sides = aGroup('sides', [anOption('side-fries', 0, { itemId: 'fries' }), anOption('mystery')]);
  const without = aGroup('without', [anOption('no-nuts', 0, { allergens: ['nuts'] })], { kind: 'removal' });
  const index = anIndex({
    items: [anItem('fries', 0, { allergens: ['gluten'], modifierGroupIds: ['dips'] })],
    modifierGroups: [nested, sides, without],
  });
  const burger = anItem('burger', 0, { allergens: ['sesame', 'gluten'] });
  const fries = { groupId: 'sides', optionId: 'side-fries', options: [{ groupId: 'dips', optionId: 'aioli' }] };

  it('unites dish, options and what is inside them, in the order of the regulation', () => {
    expect(allergensOf(index, burger, [fries])).toEqual({ allergens: ['gluten', 'egg', 'sesame'], complete: true });
  });

  it('is not complete when a part declares nothing', () => {
    const choices = [{ groupId: 'sides', optionId: 'mystery' }];
    expect(allergensOf(index, burger, choices).complete).toBe(false);
    expect(allergensOf(index, anItem('plain')).complete).toBe(false);
    expect(allergensOf(index, anItem('water', 0, { allergens: [] }))).toEqual({ allergens: [], complete: true });
  });

  it('neither adds nor takes away for what is left out', () => {
    const nutty = anItem('nutty', 0, { allergens: ['nuts'] });
    const choices = [{ groupId: 'without', optionId: 'no-nuts' }];
    expect(allergensOf(index, nutty, choices)).toEqual({ allergens: ['nuts'], complete: true });
    expect(allergensOf(index, burger, choices).allergens).toEqual(['gluten', 'sesame']);
  });
});

describe('plainName', () => {
  it.each([
    ['Leeks', 'Leeks'],
    [{ de: 'Lauch', en: 'Leeks' }, 'Leeks'],
    [{ de: 'Lauch' }, 'Lauch'],
    ['', undefined],
    [{}, undefined],
    [undefined, undefined],
    [7, undefined],
  ])('reads %j as %j', (name, expected) => {
    expect(plainName(name, 'en')).toBe(expected);
  });
});
