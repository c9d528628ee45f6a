import type { Allergen, Item } from '@comanda/shared';
import { indexMenu } from '@comanda/shared/pricing';
import { allergyWarnings } from './allergy-warnings';
import { NO_DRAFT, type DraftLine } from './order-draft';

const dish = (id: string, name: string, allergens?: readonly Allergen[]): Item<string> => ({
  id,
  name,
  modifierGroupIds: [],
  taxClass: 'standard',
  variants: [{ id: `${id}-regular`, priceMinor: 900 }],
  ...(allergens === undefined ? {} : { allergens }),
});
const INDEX = indexMenu<string>({
  currency: 'EUR',
  defaultLanguage: 'en',
  languages: ['en'],
  items: [dish('prawns', 'Prawns', ['crustaceans', 'gluten']), dish('soup', 'Soup', ['celery']), dish('wine', 'Wine')],
  modifierGroups: [],
  sections: [],
});
const line = (itemId: string, allergies?: readonly Allergen[]): DraftLine => ({
  id: itemId,
  name: itemId,
  dish: { itemId, quantity: 1, ...(allergies === undefined ? {} : { allergies }) },
});

describe('what of a waiter’s order clashes with what was told', () => {
  it.each([
    ['nothing while nothing was told', [], [line('prawns'), line('wine')], []],
    ['every dish with what holds for the whole order', ['gluten'], [line('prawns')], ['Contains gluten: Prawns']],
    ['a dish with its own guest’s allergies alone', [], [line('prawns', ['celery']), line('soup')], []],
    ['a dish with what its guest cannot eat', [], [line('soup', ['celery'])], ['Contains celery: Soup']],
    [
      'what declares too little, each dish once',
      ['celery'],
      [line('soup'), line('soup'), line('wine')],
      ['Contains celery: Soup', 'Not declared, ask the kitchen: Wine'],
    ],
  ] as const)('is %s', (_, allergies, lines, warnings) => {
    expect(allergyWarnings({ ...NO_DRAFT, allergies, lines }, INDEX)).toEqual(warnings);
  });
});
