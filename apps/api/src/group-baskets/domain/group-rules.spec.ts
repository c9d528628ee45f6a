import fc from 'fast-check';
import { groupStateAt, partStarts, wholeBasket } from './group-rules.js';

describe('the state of a group basket', () => {
  it.each([
    ['open', 99, 'open'],
    ['open', 100, 'expired'],
    ['locked', 99, 'locked'],
    ['locked', 100, 'expired'],
    ['ordered', 100, 'ordered'],
  ] as const)('%s at %i of 100 is %s', (state, now, expected) => {
    expect(groupStateAt({ state, expiresAt: 100 }, now)).toBe(expected);
  });
});

describe('the whole basket', () => {
  const line = fc.record({ id: fc.string(), itemId: fc.string(), quantity: fc.integer({ min: 1, max: 9 }) });
  const people = fc.array(fc.record({ name: fc.string(), lines: fc.array(line, { maxLength: 5 }) }), { maxLength: 6 });

  it('loses no dish, adds none and names each one’s owner', () => {
    fc.assert(
      fc.property(people, (group) => {
        const basket = wholeBasket(group);
        const starts = partStarts(group);
        expect(basket).toHaveLength(group.reduce((sum, { lines }) => sum + lines.length, 0));
        group.forEach(({ name, lines }, at) =>
          lines.forEach(({ itemId, quantity }, index) =>
            expect(basket[(starts[at] ?? 0) + index]).toEqual({ itemId, quantity, guestName: name }),
          ),
        );
      }),
    );
  });
});
