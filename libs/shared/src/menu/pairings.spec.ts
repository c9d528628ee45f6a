import { pairedWith } from './pairings.js';
import type { PairingsView } from './pairings.js';

const pairings: PairingsView = {
  data: [
    { itemId: 'steak', with: [paired('wine', 600), paired('salad', 300)] },
    { itemId: 'fish', with: [paired('salad', 500), paired('wine', 100), paired('steak', 90)] },
  ],
};

function paired(itemId: string, perMille: number) {
  return { itemId, perMille };
}

describe('what goes with a basket', () => {
  it.each([
    [['steak'], ['wine', 'salad']],
    [['fish'], ['salad', 'wine', 'steak']],
    [
      ['steak', 'fish'],
      ['salad', 'wine'],
    ],
    [['steak', 'wine'], ['salad']],
    [['bread'], []],
    [[], []],
  ])('%j: %j', (basket, expected) => {
    expect(pairedWith(pairings, basket)).toEqual(expected);
  });

  it('does not depend on the order of equals', () => {
    const equals = { data: [{ itemId: 'a', with: [paired('c', 5), paired('b', 5)] }] };
    expect(pairedWith(equals, ['a'])).toEqual(['b', 'c']);
  });
});
