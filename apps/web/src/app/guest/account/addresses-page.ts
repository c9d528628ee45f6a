import { Component, inject, signal } from '@angular/core';
import type { GuestAddressRequest, GuestAddressView } from '@comanda/shared';
import { toApiProblem } from '../../core/api/api-problem';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { COMMON_TEXTS } from '../words/common-texts';
import { AccountStore } from './account-store';
import { ACCOUNT_TEXTS, accountRefusal } from './account-texts';
import { AddressForm } from './address-form';
import { KnownGuest } from './known-guest';

/** Where the guest has food brought. */
@Component({
  selector: 'app-addresses-page',
  imports: [AddressForm, Banner, Icon],
  templateUrl: './addresses-page.html',
  styleUrl: './account-part.css',
})
export class AddressesPage {
  protected readonly t = ACCOUNT_TEXTS;
  protected readonly common = COMMON_TEXTS;
  private readonly store = inject(AccountStore);
  private readonly known = inject(KnownGuest);
  private readonly toasts = inject(Toasts);

  protected readonly addresses = signal<readonly GuestAddressView[] | null>(null);
  protected readonly failed = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly editing = signal<GuestAddressView | null>(null);
  protected readonly formOpen = signal(false);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.failed.set(false);
    try {
      const addresses = await this.store.get<readonly GuestAddressView[]>('/addresses');
      this.addresses.set(addresses);
      this.known.rememberAddresses(addresses);
    } catch {
      this.failed.set(true);
    }
  }

  protected open(address: GuestAddressView | null): void {
    this.editing.set(address);
    this.formOpen.set(true);
  }

  protected makeDefault({ id, ...address }: GuestAddressView): Promise<void> {
    return this.doing(() => this.store.write('PUT', `/addresses/${id}`, { ...address, isDefault: true }));
  }

  protected remove({ id, ...address }: GuestAddressView): Promise<void> {
    return this.doing(async () => {
      await this.store.write('DELETE', `/addresses/${id}`);
      this.toasts.show({ text: this.t.removed, undo: () => void this.putBack(address), undoLabel: this.t.undo });
    });
  }

  protected nameOf({ label, address }: GuestAddressView): string {
    return label ?? address.street;
  }

  protected wordsOf({ address: { street, postcode, city, details } }: GuestAddressView): string {
    return [street, [postcode, city].filter(Boolean).join(' '), details].filter(Boolean).join(', ');
  }

  private putBack(address: GuestAddressRequest): Promise<void> {
    return this.doing(() => this.store.write('POST', '/addresses', address));
  }

  private async doing(work: () => Promise<unknown>): Promise<void> {
    this.refusal.set(null);
    try {
      await work();
      await this.load();
    } catch (error) {
      this.refusal.set(accountRefusal(toApiProblem(error).code));
    }
  }
}
