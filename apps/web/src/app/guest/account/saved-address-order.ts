import type { DeliveryAddress, GuestAddressView } from '@comanda/shared';
import type { AddressText } from '../fulfilment/fulfilment-draft';

export function toAddressText({ street, postcode, city = '', details = '' }: DeliveryAddress): AddressText {
  return { street, postcode, city, details };
}

/** The same place: how a bell or a floor is written counts too, spaces around it do not. */
export function isSameAddress(one: AddressText, other: AddressText): boolean {
  return textOf(one) === textOf(other);
}

/** Those that were used on this device before the others, the last one first; then the one for the checkout. */
export function inOrderOfUse(
  addresses: readonly GuestAddressView[],
  used: readonly AddressText[],
): readonly GuestAddressView[] {
  const rank = ({ address, isDefault }: GuestAddressView): number => {
    const at = used.findIndex((each) => isSameAddress(each, toAddressText(address)));
    if (at >= 0) return at;
    return isDefault ? used.length : used.length + 1;
  };
  return [...addresses].sort((one, other) => rank(one) - rank(other));
}

function textOf({ street, postcode, city, details }: AddressText): string {
  return JSON.stringify([street, postcode, city, details].map((part) => part.trim()));
}
