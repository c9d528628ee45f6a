import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isWithinRules, validateMenu } from '@comanda/shared';
import type { Allergen, MenuDocument } from '@comanda/shared';
import { countChanges } from './count-changes.js';
import { isForeignMenu } from './foreign-menu.js';
import { fromForeign } from './from-foreign.js';
import { mergeMenu } from './merge-menu.js';

const FOLDER = resolve(import.meta.dirname, '../../../../../../shared/data/menus');
const PRESENT = existsSync(FOLDER);

if (!PRESENT) console.warn(`Left out: the real menus are not at ${FOLDER}.`);

function read(name: string): MenuDocument {
  const menu: unknown = JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8'));
  if (!isForeignMenu(menu)) throw new Error(`${name} is no menu.`);
  return fromForeign(menu, menu.lang ?? 'en').document;
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
    const onSale = (minute: number): number =>
      menu.sections
        .filter(({ availability }) => isWithinRules(availability, { date: '2026-11-25', minute }))
        .flatMap(({ itemIds }) => menu.items.filter(({ id, onlyAsOption }) => itemIds.includes(id) && !onlyAsOption))
        .length;
    expect([onSale(720), onSale(1200)]).toEqual([253, 206]);
  });

  it.each([
    ['ubereats-taiwan.json', [1, 7, 7, 5, 18, 93_400]],
    ['matsunoya.json', [1, 155, 155, 0, 0, 128_910]],
    ['taste-of-the-world.json', [4, 32, 32, 0, 0, 42_515]],
  ])('keeps every entity and price of %s', (file, counts) => {
    expect(countsOf(read(file))).toEqual(counts);
  });
});
