import { Component, computed, inject, signal } from '@angular/core';
import type { GuestAddressView } from '@comanda/shared';
import { AccountStore } from './account-store';
import type { AddressText } from '../fulfilment/fulfilment-draft';
import { KnownAddress } from '../fulfilment/known-address';
import { WRITTEN_ADDRESS } from '../fulfilment/written-address';
import { COMMON_TEXTS } from '../words/common-texts';
import { inOrderOfUse, isSameAddress, toAddressText } from './saved-address-order';

/** The addresses of the account, one tap each; what is chosen stands in the fields below and can be changed there. */
@Component({
  selector: 'app-saved-addresses',
  template: `
    @if (failed()) {
      <p class="state" role="status">
        {{ failedText }}
        <button type="button" class="button button--small" (click)="load()">{{ common.retry }}</button>
      </p>
    } @else if (addresses().length > 0) {
      <fieldset>
        <legend class="visually-hidden">{{ heading }}</legend>
        @for (each of addresses(); track each.id) {
          <label>
            <input type="radio" name="how-saved" [checked]="chosen() === each" (change)="choose(each)" />
            <span>
              <bdi class="name">{{ each.label ?? each.address.street }}</bdi>
              <bdi class="detail">{{ wordsOf(each) }}</bdi>
            </span>
          </label>
        }
        <label>
          <input type="radio" name="how-saved" [checked]="chosen() === null" (change)="useAnother()" />
          <span class="name">{{ another }}</span>
        </label>
      </fieldset>
    }
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--space-2);
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-block-size: 3.25rem;
      padding: var(--space-2) var(--space-3);
      border: 1px solid var(--line-strong);
      border-radius: 12px;
      cursor: pointer;
    }
    label:has(input:checked) {
      border-color: var(--accent);
      background: var(--accent-soft);
      color: var(--accent-strong);
      box-shadow: inset 0 0 0 1px var(--accent);
    }
    label:has(input:focus-visible) {
      outline: 3px solid var(--focus);
      outline-offset: 2px;
    }
    input {
      flex: none;
      inline-size: 1.15rem;
      block-size: 1.15rem;
      margin: 0;
      accent-color: var(--accent);
    }
    .name {
      font-weight: 600;
    }
    .detail {
      display: block;
      font-size: var(--text-13);
      overflow-wrap: anywhere;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
      margin: 0;
      color: var(--ink-2);
    }
    @media (forced-colors: active) {
      label:has(input:checked) {
        outline: 2px solid Highlight;
      }
    }
  `,
})
export class SavedAddresses {
  protected readonly common = COMMON_TEXTS;
  protected readonly heading = $localize`:@@guest.how.saved:Your addresses`;
  protected readonly another = $localize`:@@guest.how.another:Another address`;
  protected readonly failedText = $localize`:@@guest.how.savedFailed:We cannot see your saved addresses. You can type one.`;
  private readonly store = inject(AccountStore);
  private readonly known = inject(KnownAddress);
  private readonly written = inject(WRITTEN_ADDRESS);
  protected readonly addresses = signal<readonly GuestAddressView[]>([]);
  protected readonly failed = signal(false);
  /** What was typed comes back with "Another address". */
  private typed: AddressText | null = null;
  /** The one that stands in the fields; null as soon as something else does. */
  protected readonly chosen = computed(
    () => this.addresses().find(({ address }) => isSameAddress(toAddressText(address), this.written())) ?? null,
  );

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.failed.set(false);
    try {
      const addresses = await this.store.get<readonly GuestAddressView[]>('/addresses');
      this.addresses.set(inOrderOfUse(addresses, this.known.used()));
    } catch {
      // Who is logged out meanwhile has none.
      this.failed.set(this.store.state() !== 'out');
    }
  }

  protected choose({ address }: GuestAddressView): void {
    if (this.chosen() === null) this.typed = this.written();
    this.written.set(toAddressText(address));
  }

  protected useAnother(): void {
    this.written.set(this.typed ?? toAddressText({ street: '', postcode: '' }));
  }

  /** What its name does not say already. */
  protected wordsOf({ label, address: { street, postcode, city, details } }: GuestAddressView): string {
    const place = [postcode, city].filter(Boolean).join(' ');
    return [label === undefined ? '' : street, place, details].filter(Boolean).join(', ');
  }
}
