import { sameLines, toStoredLines, wholeBasket } from './group-lines';

const soup = { id: 'a', itemId: 'soup', quantity: 1 };

describe('the lines of a group', () => {
  it('are the same whatever the order of their fields, and whatever is empty', () => {
    expect(sameLines([{ quantity: 1, itemId: 'soup', id: 'a', options: [], note: '' }], [soup])).toBe(true);
  });

  it.each([
    ['quantity', { ...soup, quantity: 2 }],
    ['note', { ...soup, note: 'hot' }],
    ['choice', { ...soup, options: [{ groupId: 'g', optionId: 'o' }] }],
  ])('differ by their %s', (_, other) => {
    expect(sameLines([soup], [other])).toBe(false);
  });

  it('keep the price that their guest has accepted', () => {
    expect(toStoredLines([{ ...soup, quantity: 3 }], [{ ...soup, seenMinor: 650 }])).toEqual([
      { ...soup, quantity: 3, seenMinor: 650 },
    ]);
  });

  it('name their owner in the whole basket', () => {
    const line = { ...soup, name: 'Soup', modifiers: [], totalMinor: 650, problems: [] };
    const person = { isHost: false, version: 1, totalMinor: 650, lines: [line] };
    const people = [
      { ...person, id: 'p1', name: 'Ines' },
      { ...person, id: 'p2', name: 'Leo' },
    ];
    const basket = { state: 'open', locationId: 'l', expiresAt: '', currency: 'EUR', taxInclusive: true } as const;
    const amounts = { subtotalMinor: 1300, fees: [], taxes: [], taxMinor: 0, totalMinor: 1300 };
    expect(wholeBasket({ ...basket, ...amounts, people })).toEqual([
      { ...soup, id: 'p1 a', guestName: 'Ines' },
      { ...soup, id: 'p2 a', guestName: 'Leo' },
    ]);
  });
});
