import { Injectable, inject } from '@angular/core';
import { DeviceStorage } from '../../core/device/device-storage';
import { readLines, type StoredLine } from '../basket/basket-line';
import { pastOrderKey } from './past-order-key';
import type { PastLine } from './reorder';

/** What this device ordered last at each restaurant. Nobody else is told. */
@Injectable({ providedIn: 'root' })
export class PastOrder {
  private readonly storage = inject(DeviceStorage).device;

  remember(locationId: string, lines: readonly StoredLine[], nameOf: (itemId: string) => string): void {
    const named = lines.map((line) => ({ ...line, name: nameOf(line.itemId) }));
    this.storage.write(pastOrderKey(locationId), named);
  }

  /** An order of the guest's account takes the place of the last one. */
  replace(locationId: string, lines: readonly PastLine[]): void {
    this.storage.write(
      pastOrderKey(locationId),
      lines.map((line, at) => ({ ...line, id: String(at) })),
    );
  }

  read(locationId: string): PastLine[] {
    const stored = this.storage.read(pastOrderKey(locationId));
    const names = Array.isArray(stored) ? stored.map(nameIn) : [];
    return readLines(stored).map(({ id: _id, ...line }, at) => ({ ...line, name: names[at] ?? line.itemId }));
  }
}

function nameIn(entry: unknown): string | undefined {
  const named = typeof entry === 'object' && entry !== null && 'name' in entry;
  return named && typeof entry.name === 'string' ? entry.name : undefined;
}
