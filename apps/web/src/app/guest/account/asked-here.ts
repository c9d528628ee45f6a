import { Injectable, inject } from '@angular/core';
import { DeviceStorage } from '../../core/device/device-storage';

const KEY = 'comanda.asked-for-link';
const LINK_LIFE_MS = 15 * 60_000;

/** Whether this device asked for a log-in link lately: mail may be read on another one. */
@Injectable({ providedIn: 'root' })
export class AskedHere {
  private readonly storage = inject(DeviceStorage).device;

  note(): void {
    this.storage.write(KEY, Date.now());
  }

  lately(): boolean {
    const at = this.storage.read(KEY);
    return typeof at === 'number' && Date.now() - at < LINK_LIFE_MS;
  }

  forget(): void {
    this.storage.remove(KEY);
  }
}
