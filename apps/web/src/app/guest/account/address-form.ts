import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { DELIVERY_LIMITS, GUEST_LIMITS, type GuestAddressRequest, type GuestAddressView } from '@comanda/shared';
import { toApiProblem } from '../../core/api/api-problem';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Field, FieldControl } from '../../ui/field/field';
import { FULFILMENT_TEXTS } from '../fulfilment/fulfilment-texts';
import { AccountStore } from './account-store';
import { ACCOUNT_TEXTS, accountRefusal } from './account-texts';

/** One address, new or known. Whether a restaurant delivers there is asked when something is ordered. */
@Component({
  selector: 'app-address-form',
  imports: [DialogSheet, Field, FieldControl],
  templateUrl: './address-form.html',
  styleUrl: './account-part.css',
})
export class AddressForm {
  /** Null: a new one. */
  readonly address = input.required<GuestAddressView | null>();
  readonly open = input.required<boolean>();
  readonly closed = output();
  readonly kept = output();

  protected readonly t = ACCOUNT_TEXTS;
  protected readonly how = FULFILMENT_TEXTS;
  protected readonly limits = DELIVERY_LIMITS;
  protected readonly longestLabel = GUEST_LIMITS.addressLabel;
  private readonly store = inject(AccountStore);

  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);
  private readonly opened = computed(() => (this.open() ? { address: this.address() } : null));
  private readonly tried = linkedSignal({ source: this.opened, computation: () => false });
  protected readonly draft = linkedSignal(() => {
    const { label = '', address, isDefault = false } = this.opened()?.address ?? {};
    return { label, isDefault, street: '', postcode: '', city: '', details: '', ...address };
  });
  protected readonly streetError = computed(() => this.missing(this.draft().street, this.how.streetMissing));
  protected readonly postcodeError = computed(() => this.missing(this.draft().postcode, this.how.postcodeMissing));

  protected write(part: Partial<ReturnType<typeof this.draft>>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy()) return;
    const wrong = this.streetError() !== null ? 'address-street' : this.postcodeError() !== null && 'address-postcode';
    if (wrong !== false) return document.getElementById(wrong)?.focus();
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const known = this.address();
      const path = known === null ? '/addresses' : `/addresses/${known.id}`;
      await this.store.write(known === null ? 'POST' : 'PUT', path, this.request());
      this.kept.emit();
      this.closed.emit();
    } catch (error) {
      this.refusal.set(accountRefusal(toApiProblem(error).code));
    } finally {
      this.busy.set(false);
    }
  }

  private request(): GuestAddressRequest {
    const { label, isDefault, street, postcode, city, details } = this.draft();
    return {
      ...(label.trim() === '' ? {} : { label: label.trim() }),
      isDefault,
      address: {
        street: street.trim(),
        postcode: postcode.trim(),
        ...(city.trim() === '' ? {} : { city: city.trim() }),
        ...(details.trim() === '' ? {} : { details: details.trim() }),
      },
    };
  }

  private missing(text: string, words: string): string | null {
    return this.tried() && text.trim() === '' ? words : null;
  }
}
