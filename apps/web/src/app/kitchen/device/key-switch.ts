import { Injectable, inject, signal } from '@angular/core';
import { DeviceStorage } from '../../core/device/device-storage';

const KEYS_OFF = 'comanda.kitchen.keys-off';

/** Whether single keys command this screen. They can be switched off where speech or a stray elbow would press them. */
@Injectable({ providedIn: 'root' })
export class KeySwitch {
  private readonly storage = inject(DeviceStorage).device;
  private readonly enabled = signal(this.storage.read(KEYS_OFF) !== true);

  readonly on = this.enabled.asReadonly();

  set(on: boolean): void {
    this.enabled.set(on);
    this.storage.write(KEYS_OFF, !on);
  }
}
