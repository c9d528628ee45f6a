import { Injectable, computed, inject, signal } from '@angular/core';
import { DeviceStorage } from '../../core/device/device-storage';
import { RestaurantStore } from '../restaurant/restaurant-store';

/** The group in which this device is, and its own secret there. */
export interface GroupPlaceFacts {
  readonly groupToken: string;
  readonly memberToken: string;
  readonly personId: string;
  readonly locationId: string;
  /** Of this person's part, as the device and the restaurant last agreed on it. */
  readonly version: number;
}

const KEY = 'comanda.group';

/** Remembers the group across reloads and tabs. Small: the menu's first load brings it. */
@Injectable({ providedIn: 'root' })
export class GroupPlace {
  private readonly storage = inject(DeviceStorage);
  private readonly restaurant = inject(RestaurantStore);
  private readonly kept = signal(readPlace(this.storage.device.read(KEY)));

  readonly place = this.kept.asReadonly();
  /** The group at the restaurant on screen. */
  readonly here = computed(() => {
    const place = this.kept();
    return place?.locationId === this.restaurant.location()?.id ? place : null;
  });

  constructor() {
    this.storage.watch(
      () => KEY,
      () => this.kept.set(readPlace(this.storage.device.read(KEY))),
    );
  }

  keep(place: GroupPlaceFacts): void {
    this.kept.set(place);
    this.storage.device.write(KEY, place);
  }

  forget(): void {
    this.kept.set(null);
    this.storage.device.remove(KEY);
  }
}

function readPlace(stored: unknown): GroupPlaceFacts | null {
  const place = stored as Partial<GroupPlaceFacts> | null;
  return typeof place?.groupToken === 'string' && typeof place.memberToken === 'string'
    ? (place as GroupPlaceFacts)
    : null;
}
