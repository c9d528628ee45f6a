import { Injectable, inject } from '@angular/core';
import type { GuestAccountView, GuestAddressView } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';
import { CheckoutDrafts } from '../checkout/checkout-draft';
import { KnownAddress } from '../fulfilment/known-address';
import { DietFilter, KNOWN_GUEST_KEY } from '../menu/diet-filter';

/** What this device remembers of the account of its guest, so that menu and checkout begin with it without asking. */
@Injectable({ providedIn: 'root' })
export class KnownGuest {
  private readonly storage = inject(DeviceStorage).device;
  private readonly drafts = inject(CheckoutDrafts);
  private readonly address = inject(KnownAddress);
  private readonly filter = inject(DietFilter);

  isThere(): boolean {
    return this.storage.read(KNOWN_GUEST_KEY) !== null;
  }

  /** A new log-in: the filter begins with the guest's diet, the checkout with name, telephone and address. */
  async learn(account: GuestAccountView, addresses: () => Promise<readonly GuestAddressView[]>): Promise<void> {
    this.filter.begin(account);
    this.rememberAddresses(await addresses());
  }

  rememberPerson({ name, phone, diets, without }: GuestAccountView): void {
    this.storage.write(KNOWN_GUEST_KEY, { diets, without });
    if (name !== undefined || phone !== undefined) {
      this.drafts.rememberGuest({
        ...(name === undefined ? {} : { name }),
        ...(phone === undefined ? {} : { phone }),
      });
    }
  }

  rememberAddresses(addresses: readonly GuestAddressView[]): void {
    this.address.remember(addresses.find(({ isDefault }) => isDefault)?.address ?? null);
  }

  /** Another guest may use this device next. */
  forget(): void {
    this.storage.remove(KNOWN_GUEST_KEY);
    this.drafts.forgetGuest();
    this.address.forget();
    this.filter.clear();
  }
}
