import { Injectable, computed, inject, signal } from '@angular/core';
import { DeviceStorage } from '../../core/device/device-storage';
import { fontPxFor } from './reading-size';

const SETUP = 'comanda.kitchen.setup';

/** How a screen hangs: told once, kept by the device. */
export interface Hanging {
  /** From the eyes of the cook, in metres; null: text by the size of the window alone. */
  readonly distanceMetres: number | null;
  /** The diagonal of the screen. */
  readonly inches: number;
  readonly theme: 'dark' | 'light';
}

const UNKNOWN: Hanging = { distanceMetres: null, inches: 21.5, theme: 'dark' };

/** How this screen hangs, and how large its text must be for that. */
@Injectable({ providedIn: 'root' })
export class ScreenSetup {
  private readonly storage = inject(DeviceStorage).device;
  private readonly current = signal<Hanging>({ ...UNKNOWN, ...(this.storage.read(SETUP) as Partial<Hanging> | null) });

  readonly hanging = this.current.asReadonly();
  readonly isLight = computed(() => this.current().theme === 'light');
  /** Of a dish's name; null when nobody has said how far the cook stands. */
  readonly fontPx = computed(() => {
    const { distanceMetres, inches } = this.current();
    return distanceMetres === null
      ? null
      : fontPxFor({ distanceMetres, inches, width: screen.width, height: screen.height });
  });

  change(part: Partial<Hanging>): void {
    this.current.update((hanging) => ({ ...hanging, ...part }));
    this.storage.write(SETUP, this.current());
  }
}
