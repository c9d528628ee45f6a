import { portionsOf } from './portions.js';

const dish = {
  id: 'a',
  parentId: null,
  kind: 'dish',
  itemId: 'ramen',
  variantId: 'ramen-large',
  groupKind: null,
  quantity: 3,
} as const;

describe('the portions that an order takes', () => {
  it('counts an option once for each unit of its dish', () => {
    const egg = {
      id: 'b',
      parentId: 'a',
      kind: 'option',
      itemId: 'egg',
      variantId: null,
      groupKind: 'choice',
      quantity: 2,
    } as const;
    expect(portionsOf([dish, egg])).toEqual([
      { kind: 'item', id: 'egg', quantity: 6 },
      { kind: 'item', id: 'ramen', quantity: 3 },
      { kind: 'variant', id: 'ramen-large', quantity: 3 },
    ]);
  });

  it('takes nothing for what is left out', () => {
    const without = {
      id: 'b',
      parentId: 'a',
      kind: 'option',
      itemId: 'egg',
      variantId: null,
      groupKind: 'removal',
      quantity: 1,
    } as const;
    expect(portionsOf([dish, without]).map(({ id }) => id)).toEqual(['ramen', 'ramen-large']);
  });
});
