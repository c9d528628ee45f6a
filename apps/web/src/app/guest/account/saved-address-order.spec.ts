import type { GuestAddressView } from '@comanda/shared';
import { inOrderOfUse, isSameAddress, toAddressText } from './saved-address-order';

const saved = (street: string, isDefault = false): GuestAddressView => ({
  id: street,
  address: { street, postcode: '10115' },
  isDefault,
});
const used = (street: string) => toAddressText({ street, postcode: '10115' });
const streets = (addresses: readonly GuestAddressView[]) => addresses.map(({ address }) => address.street);

describe('the order of saved addresses', () => {
  const all = [saved('A'), saved('B'), saved('C', true), saved('D')];

  it.each([
    [[], ['C', 'A', 'B', 'D']],
    [['D'], ['D', 'C', 'A', 'B']],
    [
      ['B', 'gone', 'D'],
      ['B', 'D', 'C', 'A'],
    ],
  ])('used before: %j', (before, order) => {
    expect(streets(inOrderOfUse(all, before.map(used)))).toEqual(order);
  });

  it('another floor is another place, a space is not', () => {
    const home = toAddressText({ street: 'Torstrasse 1', postcode: '10115', details: 'Second floor' });
    expect(isSameAddress(home, { ...home, street: ' Torstrasse 1 ' })).toBe(true);
    expect(isSameAddress(home, { ...home, details: 'Third floor' })).toBe(false);
  });
});
