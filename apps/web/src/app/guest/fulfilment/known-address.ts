import { Injectable, inject } from '@angular/core';
import { DELIVERY_LIMITS, type DeliveryAddress } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';

const KEY = 'comanda.address';
const FIELDS = ['street', 'postcode', 'city', 'details'] as const;

/** The default address of the guest's account: the form for a delivery begins with it on this device. */
@Injectable({ providedIn: 'root' })
export class KnownAddress {
  private readonly storage = inject(DeviceStorage).device;

  read(): Partial<Record<(typeof FIELDS)[number], string>> {
    const stored = this.storage.read(KEY);
    const parts = (typeof stored === 'object' && stored !== null ? stored : {}) as Readonly<Record<string, unknown>>;
    const texts = FIELDS.map((field) => [field, parts[field]] as const).filter(
      (entry): entry is [(typeof FIELDS)[number], string] => typeof entry[1] === 'string',
    );
    return Object.fromEntries(texts.map(([field, text]) => [field, text.slice(0, DELIVERY_LIMITS[field])]));
  }

  remember(address: DeliveryAddress | null): void {
    if (address === null) this.storage.remove(KEY);
    else this.storage.write(KEY, address);
  }
}
