import type { MenuDocument } from '@comanda/shared';
import { ingredientIdOf, partsOf } from './recipe-parts';

const MENU: MenuDocument = {
  format: 'comanda-menu/1',
  currency: 'EUR',
  defaultLanguage: 'en',
  languages: ['en'],
  sections: [],
  items: [
    {
      id: 'burger',
      name: { en: 'Burger' },
      variants: [
        { id: 'small', name: { en: 'Small' }, priceMinor: 900 },
        {
          id: 'large',
          name: { en: 'Large' },
          priceMinor: 1200,
          recipe: [{ ingredientId: 'bun', quantityMilli: 2000 }],
        },
      ],
      modifierGroupIds: ['extras', 'without'],
      taxClass: 'food',
      recipe: [{ ingredientId: 'bun', quantityMilli: 1000 }],
    },
  ],
  modifierGroups: [
    group('extras', 'choice', 'Extras'),
    group('without', 'removal', 'Leave out'),
    group('other', 'choice', 'Not of this dish'),
  ],
};

function group(id: string, kind: 'choice' | 'removal', name: string): MenuDocument['modifierGroups'][number] {
  const options = [{ id: `${id}-cheese`, name: { en: 'Cheese' }, priceMinor: 0 }];
  return { id, kind, name: { en: name }, min: 0, freeCount: 0, priceRule: 'sum', options };
}

describe('the recipes of a dish', () => {
  it('are its own, those of its sizes, and those of what is chosen or left out', () => {
    expect(partsOf(MENU, 'burger').map(({ label, lines, takesAway }) => [label, lines.length, takesAway])).toEqual([
      ['Burger', 1, false],
      ['Size: Small', 0, false],
      ['Size: Large', 1, false],
      ['Extras: Cheese', 0, false],
      ['Leave out: Cheese (takes away)', 0, true],
    ]);
    expect(partsOf(MENU, 'gone')).toEqual([]);
  });
});

it.each([
  ['Burger bun', [], 'burger-bun'],
  ['Crème fraîche', [], 'creme-fraiche'],
  ['Leek', ['leek', 'leek-2'], 'leek-3'],
  ['牛肉', [], 'ingredient'],
])('the id of %s is free', (name, taken, id) => {
  expect(ingredientIdOf(name, taken)).toBe(id);
});
