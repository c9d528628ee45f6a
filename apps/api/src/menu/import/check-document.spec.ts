import { validateMenu } from '@comanda/shared';
import type { ImportMode, Item, MenuDocument, MenuFinding, Text } from '@comanda/shared';
import { demoMenu } from '../../demo/demo-menu.js';
import { DomainError } from '../../platform/http/index.js';
import { emptyMenu } from '../menu-document.js';
import { checkDocument } from './check-document.js';
import type { Conversion } from './from-foreign.js';
import { keepSound } from './keep-sound.js';
import { mergeMenu } from './merge-menu.js';

type Odd = Record<string, unknown>;

const ANYWHERE = { stationIds: new Set<string>(), taxClasses: new Set<string>(), lostPhotos: new Set<string>() };
const EMPTY = emptyMenu('EUR', 'en', ['en', 'de']);
const PEAS = { id: 'peas', name: { en: 'Peas' }, variants: [{ id: 'peas-1', priceMinor: 400 }] };
const OWN = { modifierGroupIds: [], taxClass: 'standard' };
const PLAIN: Item<Text> = { ...PEAS, ...OWN };

const odd = (menu: MenuDocument): Odd => structuredClone({ ...menu });

function check(upload: Odd, before = demoMenu(), mode: ImportMode = 'merge'): Conversion {
  const { document, findings } = checkDocument(upload, { before, mode, outside: ANYWHERE });
  const kept = keepSound(before, mode === 'merge' ? mergeMenu(before, document) : document);
  return { document: kept.document, findings: [...findings, ...kept.findings] };
}

const told = (findings: readonly MenuFinding[]) =>
  findings.map(({ code, entity }) => `${code} ${entity.kind} ${entity.id}`);

const itemIn = ({ items }: MenuDocument, id: string): Item<Text> | undefined => items.find((item) => item.id === id);

describe('a document of our own format', () => {
  it.each(['merge', 'replace'] as const)('that is sound is taken word by word (%s)', (mode) => {
    expect(check(odd(demoMenu()), EMPTY, mode)).toEqual({ document: demoMenu(), findings: [] });
    expect(check(odd(demoMenu()), demoMenu(), mode)).toEqual({ document: demoMenu(), findings: [] });
  });

  it('loses on an empty menu what is broken, each point told once with its entity, and keeps the rest', () => {
    const upload = {
      ...odd(EMPTY),
      items: [
        { ...PEAS, ...OWN, allergens: ['nuts', 'dust'], spiciness: 'hot', colour: 'green' },
        { ...OWN, id: 'beans', name: { en: 'Beans' }, variants: [{ id: 'beans-1', priceMinor: '7' }] },
        { ...OWN, id: 'corn', name: { en: 'x'.repeat(300), '!': 'y' }, variants: [{ id: 'corn-1', priceMinor: 1 }] },
        { ...OWN, id: 'rice', name: { en: 'Rice' }, variants: [{ id: 'rice-1', priceMinor: -1 }, 'small'] },
        'nonsense',
        null,
        { ...OWN, id: 'oats', name: { en: 'Oats' }, variants: [{ id: 'oats-1', priceMinor: 2 }] },
      ],
    };
    const { document, findings } = check(upload, EMPTY);
    expect(document.items.map(({ id }) => id)).toEqual(['peas', 'corn', 'oats']);
    expect(itemIn(document, 'peas')).toEqual({ ...PEAS, ...OWN });
    expect(itemIn(document, 'corn')?.name['en']).toHaveLength(200);
    expect(told(findings)).toEqual([
      'invalid_value item peas',
      'unknown_allergen item peas',
      'invalid_value item peas',
      'skipped_entity variant beans-1',
      'skipped_entity item beans',
      'invalid_value item corn',
      'missing_text item corn',
      'negative_price variant rice-1',
      'skipped_entity variant rice variant 2',
      'skipped_entity item rice',
      'skipped_entity item item 5',
      'skipped_entity item item 6',
    ]);
    expect(findings.every(({ detail }) => /^[A-Z].*\.$/.test(detail))).toBe(true);
  });

  it.each(['merge', 'replace'] as const)('leaves the last good version in place of what is broken (%s)', (mode) => {
    const [first = PLAIN, second = PLAIN, third = PLAIN] = demoMenu().items;
    const size = { id: first.variants[0]?.id, priceMinor: 'free' };
    const names = { en: 'Renamed', de: 'Anders' };
    const broken: Record<string, Odd> = {
      [first.id]: { variants: [size] },
      [second.id]: { taxClass: 7, name: { en: 'Lost' } },
      [third.id]: { allergens: ['dust'], spiciness: 9, name: names },
    };
    const items = demoMenu().items.map((item) => ({ ...item, ...broken[item.id] }));
    const { document, findings } = check({ ...demoMenu(), items }, demoMenu(), mode);
    expect(document.items).toHaveLength(demoMenu().items.length);
    expect(itemIn(document, first.id)?.variants).toEqual(first.variants);
    expect(itemIn(document, second.id)).toEqual(second);
    expect(itemIn(document, third.id)).toEqual({ ...third, name: names });
    expect(told(findings)).toEqual([
      `skipped_entity variant ${String(size.id)}`,
      `skipped_entity item ${second.id}`,
      `unknown_allergen item ${third.id}`,
      `invalid_value item ${third.id}`,
    ]);
  });

  it('keeps all that the menu has where an entry does not tell which one it is', () => {
    const [, ...rest] = demoMenu().items;
    const { document, findings } = check({ ...demoMenu(), items: [{ id: 7 }, ...rest] }, demoMenu(), 'replace');
    expect(document.items.map(({ id }) => id).sort()).toEqual(
      demoMenu()
        .items.map(({ id }) => id)
        .sort(),
    );
    expect(told(findings)).toEqual(['skipped_entity item item 1']);
  });

  it('still takes away what a sound replacement does not have', () => {
    const [, ...rest] = demoMenu().items;
    expect(check({ ...demoMenu(), items: rest }, demoMenu(), 'replace').document.items).toEqual(rest);
  });

  it('names the references to what was passed over', () => {
    const sections = [{ id: 's', name: { en: 'All' }, itemIds: ['peas', 'beans'] }];
    const items = [{ ...PEAS, ...OWN }, { id: 'beans' }];
    const groups = [
      {
        id: 'g',
        name: { en: 'Sides' },
        kind: 'choice',
        min: 0,
        freeCount: 0,
        priceRule: 'sum',
        options: [{ id: 'o', itemId: 'beans', name: { en: 'Beans' }, priceMinor: 0 }],
      },
    ];
    const { document } = check({ ...odd(EMPTY), sections, items, modifierGroups: groups }, EMPTY);
    const dangling = validateMenu(document).filter(({ code }) => code === 'unknown_reference');
    expect(told(dangling)).toEqual(['unknown_reference section s', 'unknown_reference option o']);
  });

  it('gives each id to one alone, and none of another item of the menu', () => {
    const [first] = demoMenu().items;
    const size = { id: first?.variants[0]?.id, priceMinor: 1 };
    const items = [
      { ...PEAS, ...OWN },
      { ...PEAS, ...OWN, name: { en: 'Other peas' } },
      { ...OWN, id: 'thief', name: { en: 'Thief' }, variants: [size, { id: 'thief-1', priceMinor: 2 }] },
    ];
    const { document, findings } = check({ ...odd(EMPTY), items });
    expect(itemIn(document, 'peas')?.name).toEqual({ en: 'Peas' });
    expect(itemIn(document, 'thief')?.variants.map(({ id }) => id)).toEqual(['thief-1']);
    expect(told(findings)).toEqual(['duplicate_id item peas', `duplicate_id variant ${String(size.id)}`]);
  });

  it('with hours that cannot be read is never on sale rather than always, and known hours stay', () => {
    const daily = [{ days: [1], fromMinute: 600, toMinute: 900 }];
    const section = { id: 's', name: { en: 'Lunch' }, itemIds: [], availability: [{ days: 'all' }] };
    const fresh = check({ ...odd(EMPTY), sections: [section] }, EMPTY);
    expect(fresh.document.sections[0]?.availability).toEqual([]);
    expect(told(fresh.findings)).toEqual(['invalid_availability section s']);
    const before = check({ ...odd(EMPTY), sections: [{ ...section, availability: daily }] }, EMPTY).document;
    const backwards = [{ days: [1], fromMinute: 900, toMinute: 600 }];
    for (const availability of [section.availability, backwards]) {
      const again = check({ ...odd(EMPTY), sections: [{ ...section, availability }] }, before);
      expect(again.document.sections[0]?.availability).toEqual(daily);
      expect(told(again.findings)).toEqual(['invalid_availability section s']);
    }
  });

  it('keeps the good bounds of a group in place of ones that nobody can meet', () => {
    const groups = (odd(demoMenu())['modifierGroups'] as Odd[]).map((group) => ({ ...group, min: 5, max: 2 }));
    const { document, findings } = check({ ...demoMenu(), modifierGroups: groups });
    expect(document).toEqual(demoMenu());
    expect(findings.map(({ code }) => code)).toEqual(groups.map(() => 'min_above_max'));
  });

  it('points to stations and tax classes of the restaurant, or tells that it does not', () => {
    const outside = {
      stationIds: new Set(['grill']),
      taxClasses: new Set(['standard', 'reduced']),
      lostPhotos: new Set<string>(),
    };
    const upload = { ...odd(EMPTY), items: [{ ...PEAS, modifierGroupIds: [], taxClass: 'luxury', stationId: 'moon' }] };
    const { document, findings } = checkDocument(upload, { before: EMPTY, mode: 'merge', outside });
    expect(document.items).toEqual([{ ...PEAS, modifierGroupIds: [], taxClass: 'luxury' }]);
    expect(told(findings)).toEqual(['unknown_reference item peas', 'unknown_reference item peas']);
  });

  it('checks ingredients and recipes like all else', () => {
    const flour = { id: 'flour', name: { en: 'Flour' }, unit: 'g', allergens: ['gluten'] };
    const upload = {
      ...odd(EMPTY),
      items: [{ ...PEAS, ...OWN, recipe: [{ ingredientId: 'flour', quantityMilli: 'all' }] }],
      ingredients: [flour, { ...flour, id: 'water', unit: 'bucket' }],
    };
    const { document, findings } = check(upload, EMPTY);
    expect(document.ingredients).toEqual([flour]);
    expect(document.items).toEqual([{ ...PEAS, ...OWN }]);
    expect(told(findings)).toEqual(['invalid_recipe item peas', 'skipped_entity ingredient water']);
  });

  it('without currency, languages or lists is refused as a whole, each point named', () => {
    const refused = (): unknown => check({ items: [], ingredients: 1 });
    expect(refused).toThrow(DomainError);
    const pointers = ['/languages', '/sections', '/modifierGroups', '/ingredients', '/currency', '/defaultLanguage'];
    expect(refused).toThrow(
      expect.objectContaining({ items: pointers.map((pointer) => expect.objectContaining({ pointer }) as unknown) }),
    );
  });

  it('tells no more than somebody reads, and reads no more than a menu has', () => {
    const { document, findings } = check({ ...odd(EMPTY), items: Array.from({ length: 200_000 }, () => 0) }, EMPTY);
    expect(document.items).toEqual([]);
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)?.detail).toContain('29001 more');
  });
});
