import { indexMenu } from '@comanda/shared/pricing';
import type { MenuView, OrderLineView } from '@comanda/shared';
import { choiceWords, draftOfLine, isSame, onlyNoteOf } from './order-dish';

const MENU = {
  sections: [],
  items: [
    {
      id: 'bream',
      name: 'Sea bream',
      variants: [
        { id: 'small', name: 'Small', priceMinor: 1800 },
        { id: 'large', name: 'Large', priceMinor: 2400 },
      ],
      modifierGroupIds: ['side', 'out'],
    },
  ],
  modifierGroups: [
    {
      id: 'side',
      name: 'Side',
      kind: 'choice',
      min: 1,
      max: 1,
      freeCount: 0,
      priceRule: 'sum',
      options: [{ id: 'fries', name: 'Fries', priceMinor: 0, modifierGroupIds: ['dip'] }],
    },
    {
      id: 'dip',
      name: 'Dip',
      kind: 'choice',
      min: 0,
      freeCount: 0,
      priceRule: 'sum',
      options: [{ id: 'aioli', name: 'Aioli', priceMinor: 80 }],
    },
    {
      id: 'out',
      name: 'Leave out',
      kind: 'removal',
      min: 0,
      freeCount: 0,
      priceRule: 'sum',
      options: [{ id: 'garlic', name: 'garlic', priceMinor: 0 }],
    },
  ],
} as unknown as MenuView;
const index = indexMenu<string>(MENU);

const option = (optionId: string, options: readonly unknown[] = []) => ({ optionId, quantity: 1, options });
const LINE = {
  id: 'l1',
  itemId: 'bream',
  variantId: 'large',
  name: 'Sea bream',
  quantity: 2,
  note: 'crisp',
  options: [option('fries', [option('aioli')]), option('garlic'), option('gone from the menu')],
} as unknown as OrderLineView;

describe('a dish of an order', () => {
  it('opens as it was chosen, without what the menu has no more', () => {
    expect(draftOfLine(LINE, index)).toEqual({
      itemId: 'bream',
      variantId: 'large',
      quantity: 2,
      note: 'crisp',
      options: [
        {
          groupId: 'side',
          optionId: 'fries',
          quantity: 1,
          options: [{ groupId: 'dip', optionId: 'aioli', quantity: 1, options: [] }],
        },
        { groupId: 'out', optionId: 'garlic', quantity: 1, options: [] },
      ],
    });
  });

  it('is told with its size and its choices', () => {
    expect(choiceWords(draftOfLine(LINE, index), index)).toEqual(['Large', '+ Fries', '+ Aioli', '− garlic']);
  });

  it('is the same whatever the order of its choices, and other words are other words', () => {
    const before = draftOfLine(LINE, index);
    const turned = { ...before, options: [...(before.options ?? [])].reverse() };
    expect([isSame(before, turned), onlyNoteOf(before, turned)]).toEqual([true, null]);
    expect(onlyNoteOf(before, { ...turned, note: 'soft' })).toBe('soft');
    expect(onlyNoteOf(before, { ...turned, note: 'soft', quantity: 3 })).toBeNull();
    expect(isSame(before, { ...before, quantity: 3 })).toBe(false);
  });
});
