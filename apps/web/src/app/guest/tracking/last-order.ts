import { Injectable, inject, signal } from '@angular/core';
import type { PlacedOrderView } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';

export interface RememberedOrder {
  readonly locationId: string;
  readonly trackingToken: string;
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

const KEY = 'comanda.last-order';
const WORTH_SHOWING_MS = 4 * 3_600_000;

/** The order that this device placed last, so that the guest finds back to it. */
@Injectable({ providedIn: 'root' })
export class LastOrder {
  private readonly storage = inject(DeviceStorage).device;
  private readonly remembered = signal(readOrder(this.storage.read(KEY)));

  readonly order = this.remembered.asReadonly();

  remember({ location, trackingToken, number, placedAt }: PlacedOrderView): void {
    const order = { locationId: location.id, trackingToken, number, at: Date.parse(placedAt) };
    this.remembered.set(order);
    this.storage.write(KEY, order);
  }

  forget(trackingToken: string): void {
    if (this.remembered()?.trackingToken !== trackingToken) return;
    this.remembered.set(null);
    this.storage.remove(KEY);
  }
}

function readOrder(stored: unknown): RememberedOrder | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { locationId, trackingToken, number, at } = stored as Partial<Record<keyof RememberedOrder, unknown>>;
  if (typeof locationId !== 'string' || typeof trackingToken !== 'string') return null;
  if (typeof number !== 'number' || typeof at !== 'number' || Date.now() - at > WORTH_SHOWING_MS) return null;
  return { locationId, trackingToken, number, at };
}
