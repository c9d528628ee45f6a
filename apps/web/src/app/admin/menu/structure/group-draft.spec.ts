import type { ModifierGroup, Text } from '@comanda/shared';
import { emptyGroup, faultsOfGroup, fieldsOfGroup, groupDraftOf, groupOf, newOption } from './group-draft';

const TERMS = { currency: 'EUR', languages: ['en', 'de'], defaultLanguage: 'en' } as const;
const SAUCES: ModifierGroup<Text> = {
  id: 'sauces',
  name: { en: 'Sauces', de: 'Soßen' },
  kind: 'choice',
  min: 1,
  max: 2,
  freeCount: 1,
  priceRule: 'fixed',
  fixedPriceMinor: 150,
  options: [
    { id: 'aioli', name: { en: 'Aioli' }, priceMinor: 50, isDefault: true, allergens: ['egg'], recipe: [] },
    { id: 'bread', itemId: 'bread', priceMinor: 0, percentOfChoice: -50, energyKcal: 90, maxQuantity: 3 },
  ],
};
const draft = groupDraftOf(SAUCES, TERMS);

describe('a group of choices in the form', () => {
  it('that nobody touched is the group as it is', () => {
    expect(groupOf(draft, 'sauces', SAUCES, TERMS)).toEqual(SAUCES);
  });

  it('reads what was typed, in the order in which it stands, and leaves out what was emptied', () => {
    const [aioli, bread] = draft.options;
    const typed = {
      ...draft,
      max: '',
      priceRule: 'sum' as const,
      options: [
        { ...newOption('fries'), id: 'new', price: '2,5' },
        ...(bread && aioli ? [bread, { ...aioli, isDefault: false }] : []),
      ],
    };
    const group = groupOf(typed, 'sauces', SAUCES, TERMS);
    expect(group.options).toEqual([
      { id: 'new', itemId: 'fries', priceMinor: 250 },
      SAUCES.options[1],
      { id: 'aioli', name: { en: 'Aioli' }, priceMinor: 50, allergens: ['egg'], recipe: [] },
    ]);
    for (const gone of ['max', 'fixedPriceMinor']) expect(group).not.toHaveProperty(gone);
  });

  it('names every fault at its field', () => {
    const wrong = {
      ...draft,
      name: { de: 'Soßen' },
      min: '3',
      max: '2',
      freeCount: '-1',
      fixedPrice: 'dear',
      options: [
        { ...newOption(null), price: 'x', maxQuantity: '0' },
        { ...newOption('bread'), price: '1' },
      ],
    };
    const pointers = faultsOfGroup(wrong, TERMS).map((fault) => fault.pointer);
    expect(pointers).toEqual([
      '/name/en',
      '/max',
      '/freeCount',
      '/fixedPriceMinor',
      '/options/0/name/en',
      '/options/0/priceMinor',
      '/options/0/maxQuantity',
    ]);
    expect(fieldsOfGroup(wrong, TERMS)).toEqual(expect.arrayContaining(pointers));
    expect(faultsOfGroup(draft, TERMS)).toEqual([]);
    expect(faultsOfGroup(emptyGroup(), TERMS).map((fault) => fault.pointer)).toEqual([
      '/name/en',
      '/options/0/name/en',
    ]);
  });
});
