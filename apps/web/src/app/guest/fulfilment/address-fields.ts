import { Component, LOCALE_ID, computed, inject } from '@angular/core';
import { formatMinor, type DeliveryAddress } from '@comanda/shared';
import { Field, FieldControl } from '../../ui/field/field';
import { LazyPart, type PartLoader } from '../../ui/lazy/lazy-part';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { COMMON_TEXTS } from '../words/common-texts';
import { FulfilmentDraft } from './fulfilment-draft';
import { FULFILMENT_TEXTS } from './fulfilment-texts';
import { KnownAddress } from './known-address';
import { WRITTEN_ADDRESS } from './written-address';

/** Where it goes, and at once whether somebody comes there, for how much and how fast. */
@Component({
  selector: 'app-address-fields',
  imports: [Field, FieldControl, LazyPart],
  providers: [{ provide: WRITTEN_ADDRESS, useFactory: () => inject(FulfilmentDraft).address }],
  template: `
    <h3>{{ t.address }}</h3>
    <ng-template [appLazyPart]="savedPart" [wanted]="hasSaved" />
    <app-field controlId="how-street" [label]="t.street" [error]="streetError()">
      <input
        appFieldControl
        type="text"
        autocomplete="address-line1"
        [value]="draft.address().street"
        (input)="write('street', $event)"
      />
    </app-field>
    <div class="pair">
      <app-field controlId="how-postcode" [label]="t.postcode" [error]="postcodeError()">
        <input
          appFieldControl
          type="text"
          autocomplete="postal-code"
          [value]="draft.address().postcode"
          (input)="write('postcode', $event)"
        />
      </app-field>
      <app-field controlId="how-city" [label]="t.city" optional>
        <input
          appFieldControl
          type="text"
          autocomplete="address-level2"
          [value]="draft.address().city"
          (input)="write('city', $event)"
        />
      </app-field>
    </div>
    <p class="answer" role="status" [class.answer--yes]="draft.zone() !== null">
      {{ answer() }}
      @if (draft.checkFailed()) {
        <button type="button" class="button button--small" (click)="draft.retryCheck()">{{ common.retry }}</button>
      }
    </p>
    <app-field controlId="how-details" [label]="t.details" optional>
      <input
        appFieldControl
        type="text"
        autocomplete="address-line2"
        [value]="draft.address().details"
        (input)="write('details', $event)"
      />
    </app-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    h3 {
      margin: 0;
      font: var(--font-heading-3);
    }
    .pair {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: var(--space-3);
      align-items: start;
    }
    .answer {
      margin: 0;
      min-block-size: 1.5em;
      color: var(--ink-2);
      font-size: var(--text-15);
    }
    .answer--yes {
      color: var(--ok);
      font-weight: 650;
    }
  `,
})
export class AddressFields {
  protected readonly t = FULFILMENT_TEXTS;
  protected readonly common = COMMON_TEXTS;
  protected readonly draft = inject(FulfilmentDraft);
  private readonly restaurant = inject(RestaurantStore);
  private readonly locale = inject(LOCALE_ID);

  protected readonly savedPart: PartLoader = () =>
    import('../account/saved-addresses').then((file) => file.SavedAddresses);
  /** The account of whoever is logged in on this device has addresses, as far as it knows. */
  protected readonly hasSaved = inject(KnownAddress).isThere();

  protected readonly streetError = computed(() =>
    this.draft.submitted() && this.draft.address().street.trim() === '' ? this.t.streetMissing : null,
  );
  protected readonly postcodeError = computed(() => {
    const postcode = this.draft.address().postcode.trim();
    if (this.draft.answer()?.delivers === false) {
      return $localize`:@@guest.how.outside:We do not deliver to ${postcode}:postcode:. You can pick it up.`;
    }
    return this.draft.submitted() && postcode === '' ? this.t.postcodeMissing : null;
  });
  protected readonly answer = computed(() => {
    if (this.draft.checkFailed()) return this.t.checkFailed;
    const [zone, currency] = [this.draft.zone(), this.restaurant.location()?.currency];
    if (zone === null || currency === undefined) return this.draft.checking() ? this.t.checking : '';
    const [fee, least] = [zone.feeMinor, zone.minimumMinor].map((minor) => formatMinor(minor, currency, this.locale));
    const { from, until } = this.restaurant.location()?.readyMinutes ?? { from: 0, until: 0 };
    const minutes = `${from + zone.minutes}–${until + zone.minutes}`;
    return $localize`:@@guest.how.zone:${fee}:fee: · ${minutes}:minutes: min · minimum order ${least}:least:`;
  });

  protected write(field: keyof Omit<DeliveryAddress, 'position'>, event: Event): void {
    this.draft.write(field, (event.target as HTMLInputElement).value);
  }
}
