import { Injectable, inject } from '@angular/core';
import { DeviceStorage } from '../../core/device/device-storage';

/** The last picture of a screen, with when it was true. */
export interface Remembered<View> {
  readonly view: View;
  /** Epoch milliseconds of this device: when the server was heard last. */
  readonly heardAt: number;
  readonly serverAheadMs: number;
}

const PREFIX = 'comanda.kitchen.picture.';

/** Pictures of the kitchen on the device: a screen that is loaded again without the server shows the last one. */
@Injectable({ providedIn: 'root' })
export class PictureMemory {
  private readonly storage = inject(DeviceStorage).device;

  read<View>(name: string): Remembered<View> | null {
    const stored = this.storage.read(PREFIX + name) as Partial<Remembered<View>> | null;
    return typeof stored?.heardAt === 'number' && stored.view !== undefined ? (stored as Remembered<View>) : null;
  }

  write<View>(name: string, remembered: Remembered<View>): void {
    this.storage.write(PREFIX + name, remembered);
  }
}
