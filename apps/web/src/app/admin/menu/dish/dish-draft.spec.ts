import type { Item, Text } from '@comanda/shared';
import { newWeeklyTimes } from '../../weekly-times/weekly-times-draft';
import { copyOf, draftOf, emptyDraft } from './dish-draft';
import { faultsOf, fieldsOf } from './dish-faults';
import { requestOf } from './dish-reading';
import { nearestField, sortFaults } from './field-faults';
import { mergeDrafts } from './merge-drafts';

const TERMS = { currency: 'EUR', languages: ['en', 'de'], defaultLanguage: 'en' } as const;
const LEEKS: Item<Text> = {
  id: 'leeks',
  name: { en: 'Charred leeks', de: 'Lauch' },
  description: { en: 'Slow-burnt' },
  variants: [
    { id: 'small', name: { en: 'Small' }, priceMinor: 890, modifierGroupIds: ['sauces'], recipe: [] },
    { id: 'large', name: { en: 'Large' }, priceMinor: 1290, listPriceMinor: 1490 },
  ],
  modifierGroupIds: ['sides'],
  taxClass: 'food',
  stationId: 'grill',
  prepSeconds: 490,
  photo: { url: '/leeks.avif', alt: { en: 'Leeks' } },
  allergens: ['nuts'],
  availability: [{ days: [5, 6], fromMinute: 1080, toMinute: 1560, fromDate: '2026-05-01' }],
  maxPerOrder: 4,
  leadMinutes: 1440,
  cutoffMinute: 960,
  spiciness: 0,
  recipe: [{ ingredientId: 'leek', quantityMilli: 200_000 }],
};
const VIEW = { item: LEEKS, sectionIds: ['plates'] };
const draft = draftOf(VIEW, TERMS);

describe('a draft of a dish', () => {
  it('that nobody touched asks for exactly the dish as it is', () => {
    const { id: _, ...whole } = LEEKS;
    expect(requestOf(draft, LEEKS, TERMS)).toEqual({ ...whole, sectionIds: ['plates'] });
  });

  it('reads what was typed, and leaves out what was emptied', () => {
    const typed = {
      ...draft,
      name: { en: ' Burnt leeks ', de: ' ' },
      description: {},
      sizes: [{ id: 'small', name: {}, price: '9,5', before: '' }],
      stationId: '',
      prep: '10',
      allergens: [],
      maxPerOrder: '',
      leadMinutes: '',
      cutoffMinute: '15:30',
      times: [{ ...newWeeklyTimes('12:00', '15:00'), days: [7, 1] as const, from: '22:00', to: '02:30' }],
    };
    const request = requestOf(typed, LEEKS, TERMS);
    expect(request).toMatchObject({
      name: { en: 'Burnt leeks' },
      prepSeconds: 600,
      allergens: [],
      spiciness: 0,
      cutoffMinute: 930,
    });
    expect(request.variants).toEqual([{ id: 'small', priceMinor: 950, modifierGroupIds: ['sauces'], recipe: [] }]);
    expect(request.availability).toEqual([{ days: [1, 7], fromMinute: 1320, toMinute: 1590 }]);
    for (const gone of ['description', 'stationId', 'maxPerOrder', 'leadMinutes'])
      expect(request).not.toHaveProperty(gone);
  });

  it('names every fault at its field', () => {
    const wrong = {
      ...draft,
      name: { en: ' ', de: 'x'.repeat(201) },
      sizes: [
        { id: 'a', name: {}, price: 'cheap', before: '' },
        { id: 'b', name: { en: 'Large' }, price: '9', before: '8' },
      ],
      taxClass: '',
      prep: '1.5',
      times: [{ ...newWeeklyTimes('12:00', '15:00'), days: [], from: '25:00', to: '' }],
      maxPerOrder: '0',
      leadMinutes: 'a day',
      energyKcal: '-1',
    };
    const pointers = faultsOf(wrong, TERMS).map((fault) => fault.pointer);
    expect(pointers).toEqual([
      '/name/en',
      '/name/de',
      '/variants/0/name/en',
      '/variants/0/priceMinor',
      '/variants/1/listPriceMinor',
      '/taxClass',
      '/prepSeconds',
      '/availability/0/days',
      '/availability/0/fromMinute',
      '/availability/0/toMinute',
      '/maxPerOrder',
      '/leadMinutes',
      '/energyKcal',
    ]);
    expect(fieldsOf(wrong, TERMS)).toEqual(expect.arrayContaining(pointers));
    expect(faultsOf(draft, TERMS)).toEqual([]);
    const fresh = emptyDraft([], '');
    expect(faultsOf(fresh, TERMS).map((fault) => fault.pointer)).toEqual([
      '/name/en',
      '/variants/0/priceMinor',
      '/taxClass',
    ]);
  });

  it('is copied with sizes of its own', () => {
    const copy = copyOf(draft, (name) => `${name} (copy)`);
    expect(copy.name).toEqual({ en: 'Charred leeks (copy)', de: 'Lauch (copy)' });
    expect(copy.sizes.map(({ price }) => price)).toEqual(['8.90', '12.90']);
    expect(new Set([...copy.sizes, ...draft.sizes].map(({ id }) => id)).size).toBe(4);
  });
});

describe('refusals of the API', () => {
  const fields = fieldsOf(draft, TERMS);

  it.each([
    ['/name/de', '/name/de'],
    ['/name', '/name/en'],
    ['/variants/1', '/variants/1/name/en'],
    ['/variants/1/priceMinor', '/variants/1/priceMinor'],
    ['/availability/0/days/2', '/availability/0/days'],
    ['/modifierGroupIds/0', '/modifierGroupIds'],
    ['/recipe/0', null],
    ['', null],
    ['#header/If-Match', null],
  ])('about %s are told at %s', (pointer, field) => {
    expect(nearestField(pointer, fields)).toBe(field);
  });

  it('that no field is to blame for are told apart', () => {
    const items = [
      { pointer: '/taxClass', code: 'unknown_reference', detail: 'No such tax class.' },
      { pointer: '', code: 'reference_cycle', detail: 'It contains itself.' },
    ];
    expect(sortFaults(items, fields)).toEqual({
      faults: [{ pointer: '/taxClass', text: 'No such tax class.' }],
      rest: ['It contains itself.'],
    });
  });
});

describe('two people at one dish', () => {
  it('keep both changes where they changed different things', () => {
    const mine = { ...draft, prep: '12' };
    const theirs = { ...draft, energyKcal: '300' };
    expect(mergeDrafts(draft, mine, theirs, TERMS)).toEqual({
      draft: { ...draft, prep: '12', energyKcal: '300' },
      conflicts: [],
    });
  });

  it('are asked only about what both changed, and mine is kept until then', () => {
    const mine = { ...draft, prep: '12', maxPerOrder: '2' };
    const theirs = { ...draft, prep: '15', maxPerOrder: '2' };
    const merged = mergeDrafts(draft, mine, theirs, TERMS);
    expect(merged.draft.prep).toBe('12');
    expect(merged.conflicts).toEqual([{ field: 'prep', label: 'Preparation', theirs: '15' }]);
  });
});
