import { Injectable, inject } from '@angular/core';
import { DeviceStorage } from '../../core/device/device-storage';
import type { CookWish } from './cook-wish';

const OUTBOX = 'comanda.kitchen.outbox';

/** Wishes that have no answer yet, kept by the device: they outlive a reload and a dead battery. */
@Injectable({ providedIn: 'root' })
export class OutboxStore {
  private readonly storage = inject(DeviceStorage).device;

  all(): readonly CookWish[] {
    const stored = this.storage.read(OUTBOX);
    return Array.isArray(stored) ? stored.filter(isWish) : [];
  }

  /** Another tab of this device may have written meanwhile, so each change begins with what is stored. */
  add(wish: CookWish): void {
    this.storage.write(OUTBOX, [...this.all(), wish]);
  }

  remove(key: string): void {
    this.storage.write(
      OUTBOX,
      this.all().filter((wish) => wish.key !== key),
    );
  }

  has(key: string): boolean {
    return this.all().some((wish) => wish.key === key);
  }
}

function isWish(value: unknown): value is CookWish {
  return typeof value === 'object' && value !== null && 'key' in value && 'ticketId' in value && 'command' in value;
}
