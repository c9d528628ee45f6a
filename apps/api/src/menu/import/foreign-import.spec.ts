import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isWithinRules, validateMenu } from '@comanda/shared';
import type { Allergen, MenuDocument } from '@comanda/shared';
import { emptyMenu } from '../menu-document.js';
import { checkDocument } from './check-document.js';
import { countChanges } from './count-changes.js';
import { allergensOf } from './dietary-words.js';
import { isForeignMenu } from './foreign-menu.js';
import type { ForeignMenu } from './foreign-menu.js';
import { fromForeign } from './from-foreign.js';
import { NOODLE_BAR_DE, NOODLE_BAR_EN } from '../../../test/invented-menus.js';
import { mergeMenu } from './merge-menu.js';
import { withOwnSettings } from './own-settings.js';

const ANYWHERE = { stationIds: new Set<string>(), taxClasses: new Set<string>(), lostPhotos: new Set<string>() };
const FOLDER = resolve(import.meta.dirname, '../../../../../../shared/data/menus');
const PRESENT = existsSync(FOLDER);

if (!PRESENT) console.warn(`Left out: the real menus are not at ${FOLDER}.`);

function read(name: string): MenuDocument {
  const menu: unknown = JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8'));
  if (!isForeignMenu(menu)) throw new Error(`${name} is no menu.`);
  return taken(menu);
}

/** A foreign menu as an empty restaurant takes it. */
function taken(menu: ForeignMenu): MenuDocument {
  const { document } = fromForeign(menu, menu.lang ?? 'en');
  const before = emptyMenu(menu.currency, 'en', ['en']);
  const checked = checkDocument({ ...document }, { before, mode: 'merge', outside: ANYWHERE });
  expect(checked.findings).toEqual([]);
  return checked.document;
}

function countsOf(menu: MenuDocument): number[] {
  const variants = menu.items.flatMap((item) => item.variants);
  return [
    menu.sections.length,
    menu.items.length,
    variants.length,
    menu.modifierGroups.length,
    menu.modifierGroups.flatMap(({ options }) => options).length,
    variants.reduce((sum, { priceMinor }) => sum + priceMinor, 0),
  ];
}

const declares = (menu: MenuDocument, allergen: Allergen): number =>
  menu.items.filter(({ allergens }) => allergens?.includes(allergen)).length;

/** How many dishes are on sale at a minute of a date. */
const onSaleAt = (menu: MenuDocument, date: string, minute: number): number =>
  menu.sections
    .filter(({ availability }) => isWithinRules(availability, { date, minute }))
    .flatMap(({ itemIds }) => menu.items.filter(({ id, onlyAsOption }) => itemIds.includes(id) && !onlyAsOption))
    .length;

describe('an invented menu in the foreign shape', () => {
  const english = taken(NOODLE_BAR_EN);

  it('keeps every entity and price, and a second language only adds words', () => {
    expect(countsOf(english)).toEqual([2, 4, 5, 2, 3, 3080]);
    const both = mergeMenu(english, taken(NOODLE_BAR_DE));
    expect(both.languages).toEqual(['en', 'de']);
    expect(Object.values(countChanges(english, both)).map(({ created, removed }) => created + removed)).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(both.items[0]?.name).toEqual({ en: 'Clear broth', de: 'Klare Brühe' });
    expect(mergeMenu(both, english)).toEqual(both);
  });

  it('knows German words, takes surimi for fish and crustaceans, and tells what it does not know', () => {
    expect(english.items.map(({ allergens }) => allergens)).toEqual([
      ['celery', 'soy'],
      ['fish', 'crustaceans', 'gluten', 'egg'],
      [],
      undefined,
    ]);
    expect(english.items[0]).toMatchObject({ additives: ['flavour-enhancer'], dietTags: ['vegan'] });
    const told = fromForeign(NOODLE_BAR_EN, 'en').findings.map(({ code, entity }) => [code, entity.id]);
    expect(told).toEqual([
      ['invalid_availability', 'c1'],
      ['unknown_allergen', 'p1'],
    ]);
    expect(['Surimi', 'crab sticks', 'Krebsfleischimitat', 'Krebs'].map(allergensOf)).toEqual([
      ['fish', 'crustaceans'],
      ['fish', 'crustaceans'],
      ['fish', 'crustaceans'],
      ['crustaceans'],
    ]);
  });

  it('keeps groups where they stand, and options of other products by their own name', () => {
    const [broth, noodles] = english.items;
    expect(broth).toMatchObject({ modifierGroupIds: [] });
    expect(broth?.variants.map(({ modifierGroupIds }) => modifierGroupIds)).toEqual([['g1'], []]);
    expect(noodles?.modifierGroupIds).toEqual(['g1', 'g2']);
    expect(english.modifierGroups.flatMap(({ options }) => options.map(({ itemId }) => itemId))).toEqual([
      undefined,
      'p3',
      undefined,
    ]);
    expect(validateMenu(english).map(({ code, entity }) => [code, entity.id])).toContainEqual([
      'required_group_unsellable',
      'g2',
    ]);
  });

  it('is on sale in its hours, also past midnight', () => {
    expect(onSaleAt(english, '2026-11-23', 720)).toBe(3);
    expect(onSaleAt(english, '2026-11-23', 900)).toBe(1);
    expect(onSaleAt(english, '2026-11-28', 90)).toBe(3);
  });

  it('leaves tax classes and rules of groups as the restaurant has set them', () => {
    const own = {
      ...english,
      items: english.items.map((item) => ({ ...item, taxClass: 'reduced' })),
      modifierGroups: english.modifierGroups.map((group) => ({ ...group, freeCount: 1 })),
    };
    expect(mergeMenu(own, withOwnSettings(english, own))).toEqual(own);
  });
});

(PRESENT ? describe : describe.skip)('real menus in the foreign shape', () => {
  it.each([
    ['kfc', [11, 45, 52, 47, 114, 675_800]],
    ['koi', [7, 35, 70, 8, 28, 561_000]],
    ['greyhound', [15, 113, 113, 3, 7, 2_352_500]],
    ['godiva', [11, 29, 40, 1, 4, 907_900]],
    ['saigon', [13, 110, 126, 3, 10, 2_571_800]],
    ['honmono_sushi', [12, 113, 113, 0, 0, 6_653_000]],
  ])('keeps every entity and price of %s, and its Thai texts create nothing', (name, counts) => {
    const english = read(`foodpanda-${name}_en.json`);
    expect(countsOf(english)).toEqual(counts);
    const both = mergeMenu(english, read(`foodpanda-${name}_th.json`));
    expect(both.languages).toEqual(['en', 'th']);
    const changes = countChanges(english, both);
    expect(Object.values(changes).map(({ created, removed }) => created + removed)).toEqual([0, 0, 0, 0, 0]);
    expect(both.items.every(({ name: text }) => text['en'] !== undefined)).toBe(true);
    expect(() => validateMenu(both)).not.toThrow();
  });

  it('flags the four groups that ask for more than they have', () => {
    const menu = read('foodpanda-kfc_en.json');
    expect(menu.modifierGroups.filter(({ min }) => min > 0)).toHaveLength(32);
    expect(menu.modifierGroups.flatMap(({ options }) => options).filter(({ itemId }) => itemId)).toHaveLength(7);
    expect(validateMenu(menu).filter(({ code }) => code === 'max_above_options')).toHaveLength(4);
  });

  it('maps German allergen words and the lunch window', () => {
    const menu = read('german-asia-bistro.json');
    expect(countsOf(menu)).toEqual([24, 255, 255, 1, 2, 182_480]);
    expect(menu.items.filter(({ allergens }) => allergens !== undefined)).toHaveLength(162);
    expect((['soy', 'milk', 'sesame', 'peanut', 'egg'] as const).map((each) => declares(menu, each))).toEqual([
      125, 52, 18, 16, 14,
    ]);
    expect([720, 1200].map((minute) => onSaleAt(menu, '2026-11-25', minute))).toEqual([253, 206]);
  });

  it.each([
    ['ubereats-taiwan.json', [1, 7, 7, 5, 18, 93_400]],
    ['matsunoya.json', [1, 155, 155, 0, 0, 128_910]],
    ['taste-of-the-world.json', [4, 32, 32, 0, 0, 42_515]],
  ])('keeps every entity and price of %s', (file, counts) => {
    expect(countsOf(read(file))).toEqual(counts);
  });
});
