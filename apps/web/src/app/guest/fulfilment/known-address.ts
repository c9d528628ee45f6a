import { Injectable, inject } from '@angular/core';
import { DELIVERY_LIMITS, type DeliveryAddress } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';

const KEY = 'comanda.address';
const USED_KEY = 'comanda.addresses-used';
const MOST_USED = 10;
const FIELDS = ['street', 'postcode', 'city', 'details'] as const;

type Texts = Readonly<Record<(typeof FIELDS)[number], string>>;
const NOWHERE: Texts = { street: '', postcode: '', city: '', details: '' };

/** The default address of the guest's account: the form for a delivery begins with it on this device. */
@Injectable({ providedIn: 'root' })
export class KnownAddress {
  private readonly storage = inject(DeviceStorage).device;

  /** An account with addresses has one with which the checkout begins. */
  isThere(): boolean {
    return this.storage.read(KEY) !== null;
  }

  read(): Partial<Texts> {
    return textsOf(this.storage.read(KEY));
  }

  /** To where this device had food brought, the last one first. */
  used(): readonly Texts[] {
    const stored = this.storage.read(USED_KEY);
    return Array.isArray(stored) ? stored.map((each: unknown) => ({ ...NOWHERE, ...textsOf(each) })) : [];
  }

  noteUse(address: Texts): void {
    const others = this.used().filter((each) => FIELDS.some((field) => each[field].trim() !== address[field].trim()));
    this.storage.write(USED_KEY, [address, ...others].slice(0, MOST_USED));
  }

  /** Another guest may use this device next. */
  forget(): void {
    this.storage.remove(KEY);
    this.storage.remove(USED_KEY);
  }

  remember(address: DeliveryAddress | null): void {
    if (address === null) this.storage.remove(KEY);
    else this.storage.write(KEY, address);
  }
}

/** We wrote it ourselves; anything else in its place is dropped. */
function textsOf(stored: unknown): Partial<Texts> {
  const parts = (typeof stored === 'object' && stored !== null ? stored : {}) as Readonly<Record<string, unknown>>;
  const texts = FIELDS.map((field) => [field, parts[field]] as const).filter(
    (entry): entry is [(typeof FIELDS)[number], string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts.map(([field, text]) => [field, text.slice(0, DELIVERY_LIMITS[field])]));
}
