import type { Item, MenuDocument, Text } from '@comanda/shared';
import { usersOf } from './dish-users';

const FRIES: Item<Text> = {
  id: 'fries',
  name: { en: 'Fries' },
  variants: [{ id: 'fries-v', priceMinor: 400 }],
  modifierGroupIds: [],
  taxClass: 'food',
};
const GROUP = { kind: 'choice', min: 0, freeCount: 0, priceRule: 'sum' } as const;
const MENU: MenuDocument = {
  format: 'comanda-menu/1',
  currency: 'EUR',
  defaultLanguage: 'en',
  languages: ['en'],
  items: [FRIES],
  sections: [
    { id: 's', name: { en: 'Sides' }, itemIds: ['fries'] },
    { id: 'm', name: { en: 'Mains' }, itemIds: [] },
  ],
  modifierGroups: [
    { ...GROUP, id: 'g', name: { en: 'With' }, options: [{ id: 'o', itemId: 'fries', priceMinor: 0 }] },
    {
      ...GROUP,
      id: 'h',
      name: { en: 'Dips' },
      options: [
        { id: 'aioli', name: { en: 'Aioli' }, priceMinor: 50, priceMinorByVariant: { 'fries-v': 30 } },
        { id: 'salsa', name: { en: 'Salsa' }, priceMinor: 50 },
      ],
    },
  ],
};

describe('what refers to a dish', () => {
  it('are choices that are it, choices with a price for its sizes, and sections', () => {
    expect(usersOf(MENU, FRIES)).toEqual({
      choices: [
        { option: 'Fries', group: 'With', why: 'is-dish' },
        { option: 'Aioli', group: 'Dips', why: 'has-price' },
      ],
      sections: ['Sides'],
    });
  });
});
