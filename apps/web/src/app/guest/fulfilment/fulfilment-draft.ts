import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { DELIVERY_LIMITS, type DeliveryCheckView, type TimeRange } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-url';
import { apiResource } from '../../core/api/public-api';
import { rested } from '../../core/time/rested';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { FulfilmentStore } from './fulfilment-store';
import { KnownAddress } from './known-address';

const REST_MS = 400;
const SHORTEST_POSTCODE = 3;

type AddressField = 'street' | 'postcode' | 'city' | 'details';

/** An address as it stands in the fields. */
export type AddressText = Readonly<Record<AddressField, string>>;

/** What the guest has set on the open sheet; it counts once they are done. */
@Injectable()
export class FulfilmentDraft {
  private readonly store = inject(FulfilmentStore);
  private readonly restaurant = inject(RestaurantStore);
  private readonly known = inject(KnownAddress);

  readonly type = linkedSignal<'pickup' | 'delivery'>(() => (this.store.type() === 'delivery' ? 'delivery' : 'pickup'));
  readonly time = linkedSignal<TimeRange | null>(() => this.store.time());
  readonly address = linkedSignal<AddressText>(() => ({
    street: '',
    postcode: '',
    city: '',
    details: '',
    ...(this.store.choice().address ?? this.known.read()),
  }));
  readonly submitted = signal(false);

  private readonly asked = rested(
    computed(() => this.address().postcode.trim()),
    REST_MS,
  );
  private readonly check = apiResource<DeliveryCheckView>(() => {
    const id = this.restaurant.location()?.id;
    const postcode = this.asked();
    if (id === undefined || this.type() !== 'delivery' || postcode.length < SHORTEST_POSTCODE) return undefined;
    return { url: apiUrl('/locations', id, 'delivery-checks'), body: { address: { postcode } } };
  });
  readonly checking = computed(
    () => this.type() === 'delivery' && (this.check.isLoading() || this.asked() !== this.address().postcode.trim()),
  );
  readonly checkFailed = computed(() => this.check.error() !== undefined);
  /** The restaurant's word on the address; null until it gave one. */
  readonly answer = computed(() => (this.check.hasValue() && !this.checking() ? this.check.value() : null));
  readonly zone = computed(() => this.answer()?.zone ?? null);
  /** For the list of times; null while nobody knows where it goes. */
  readonly request = computed(() => {
    const slotHold = this.store.slotHold();
    const own = slotHold === null ? {} : { slotHold };
    if (this.type() === 'pickup') return { type: 'pickup' as const, ...own };
    const { postcode } = this.address();
    return this.zone() === null ? null : { type: 'delivery' as const, address: { street: '-', postcode }, ...own };
  });

  write(field: AddressField, value: string): void {
    this.address.update((address) => ({ ...address, [field]: value.slice(0, DELIVERY_LIMITS[field]) }));
  }

  retryCheck(): void {
    this.check.reload();
  }

  /** Keeps what was chosen; false when something is missing for it. */
  keep(): boolean {
    this.submitted.set(true);
    const type = this.type();
    const { street, postcode, city, details } = this.address();
    if (type === 'delivery' && (street.trim() === '' || this.zone() === null)) return false;
    const written = {
      street: street.trim(),
      postcode: postcode.trim(),
      ...(city.trim() === '' ? {} : { city: city.trim() }),
      ...(details.trim() === '' ? {} : { details: details.trim() }),
    };
    const known = this.store.choice();
    const delivery = type === 'delivery';
    if (delivery) this.known.noteUse({ street, postcode, city, details });
    this.store.choose({
      type,
      time: this.time(),
      address: delivery ? written : known.address,
      zone: delivery ? this.zone() : known.zone,
    });
    return true;
  }

  reset(): void {
    this.submitted.set(false);
    this.type.set(this.store.type() === 'delivery' ? 'delivery' : 'pickup');
    this.time.set(this.store.time());
  }
}
