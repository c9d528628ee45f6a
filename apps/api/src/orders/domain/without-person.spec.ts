import fc from 'fast-check';
import { withoutPerson } from './without-person.js';

describe('a fact without the person', () => {
  it('keeps what was sold and forgets for whom', () => {
    const order = {
      id: '1',
      totalMinor: 900,
      guestName: 'Ines',
      fulfilment: { type: 'delivery', address: { street: 'Torstrasse 1', postcode: '10115' } },
    };
    expect(withoutPerson({ order })).toEqual({
      order: { id: '1', totalMinor: 900, fulfilment: { type: 'delivery' } },
    });
  });

  it('leaves a ticket in its shape', () => {
    const ticket = {
      orderNote: 'ring',
      allergies: ['nuts'],
      lines: [{ name: 'Soup', note: 'hot', allergies: ['egg'] }],
    };
    expect(withoutPerson({ ticket })).toEqual({
      ticket: { allergies: [], lines: [{ name: 'Soup', allergies: [] }] },
    });
  });

  it('says nothing about whoever it was, wherever it stood, and forgets nothing more the second time', () => {
    const secret = 'Ines Prado';
    const leaf = fc.constantFrom<unknown>(
      1,
      'soup',
      null,
      { guestName: secret },
      { note: secret },
      { address: { street: secret } },
    );
    const fact = fc.array(fc.record({ line: leaf, more: fc.array(leaf, { maxLength: 3 }) }), { maxLength: 4 });
    fc.assert(
      fc.property(fact, (data) => {
        const left = withoutPerson(data);
        expect(JSON.stringify(left)).not.toContain(secret);
        expect(withoutPerson(left)).toEqual(left);
      }),
    );
  });
});
