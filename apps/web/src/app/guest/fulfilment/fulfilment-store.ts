import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { DeliveryAddress, DeliveryZoneView, FulfilmentRequest, FulfilmentType, TimeRange } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';
import { RestaurantStore } from '../restaurant/restaurant-store';

/** How and when this guest wants the food. */
export interface FulfilmentChoice {
  readonly type: 'pickup' | 'delivery';
  /** Null: as soon as possible. */
  readonly time: TimeRange | null;
  readonly address: DeliveryAddress | null;
  /** Which zone reached the address when it was asked. */
  readonly zone: DeliveryZoneView | null;
}

const NOTHING: FulfilmentChoice = { type: 'pickup', time: null, address: null, zone: null };

/** Remembered on the device for each restaurant; at a table the food comes to the table. */
@Injectable({ providedIn: 'root' })
export class FulfilmentStore {
  private readonly restaurant = inject(RestaurantStore);
  private readonly storage = inject(DeviceStorage).device;
  private readonly key = computed(() => {
    const id = this.restaurant.location()?.id;
    return id === undefined ? null : `comanda.fulfilment.${id}`;
  });
  private readonly stored = linkedSignal<string | null, FulfilmentChoice>({
    source: this.key,
    computation: (key) => (key === null ? NOTHING : readChoice(this.storage.read(key))),
  });

  /** A time that has passed is no wish any more. */
  readonly choice = computed<FulfilmentChoice>(() => {
    const [choice, now] = [this.stored(), this.restaurant.moment().instantMs];
    return choice.time === null || Date.parse(choice.time.from) > now ? choice : { ...choice, time: null };
  });
  readonly type = computed<FulfilmentType>(() => {
    if (this.restaurant.tableToken() !== null) return 'dine-in';
    const { type } = this.choice();
    const offered = this.restaurant.location()?.fulfilmentTypes;
    const other = type === 'pickup' ? 'delivery' : 'pickup';
    return offered && !offered.includes(type) && offered.includes(other) ? other : type;
  });
  readonly time = computed(() => (this.type() === 'dine-in' ? null : this.choice().time));
  readonly address = computed(() => (this.type() === 'delivery' ? this.choice().address : null));
  readonly zone = computed(() => (this.address() === null ? null : this.choice().zone));
  /** The key under which the checkout holds the time. */
  readonly slotHold = signal<string | null>(null);
  /** For the API. */
  readonly request = computed<FulfilmentRequest>(() => {
    const [tableToken, time, address] = [this.restaurant.tableToken(), this.time(), this.address()];
    const slotHold = this.slotHold();
    return {
      type: this.type(),
      ...(tableToken === null ? {} : { tableToken }),
      ...(time === null ? {} : { requestedFor: time.from }),
      ...(slotHold === null ? {} : { slotHold }),
      ...(address === null ? {} : { address }),
    };
  });
  choose(choice: FulfilmentChoice): void {
    this.stored.set(choice);
    const key = this.key();
    if (key !== null) this.storage.write(key, choice);
  }

  chooseTime(time: TimeRange | null): void {
    this.choose({ ...this.choice(), time });
  }
}

/** We wrote it ourselves; anything else in its place is dropped. */
function readChoice(stored: unknown): FulfilmentChoice {
  if (typeof stored !== 'object' || stored === null || !('type' in stored)) return NOTHING;
  const { type, time, address, zone } = stored as Partial<FulfilmentChoice>;
  if (type !== 'pickup' && type !== 'delivery') return NOTHING;
  return { type, time: time ?? null, address: address ?? null, zone: zone ?? null };
}
