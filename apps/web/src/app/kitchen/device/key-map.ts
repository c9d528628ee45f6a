import { Injectable, inject, signal } from '@angular/core';
import { DeviceStorage } from '../../core/device/device-storage';

const KEY_MAP = 'comanda.kitchen.key-map';

/** Which key of a bump bar stands for which of ours: a bar is a keyboard whose keys somebody else has named. */
export type KeyMap = Readonly<Record<string, string>>;

/** Bars that can be told at once; any other is taught key by key. */
export const BAR_PRESETS: Readonly<Record<string, KeyMap>> = {
  'Function keys': {
    F1: '1',
    F2: '2',
    F3: '3',
    F4: '4',
    F5: '5',
    F6: '6',
    F7: '7',
    F8: '8',
    F9: '9',
    F10: '0',
    F11: 'r',
    F12: 'a',
  },
  'Letters A–J': { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6', g: '7', h: '8', i: '9', j: '0' },
};

/** The keys of the bump bar at this screen. */
@Injectable({ providedIn: 'root' })
export class KeyMaps {
  private readonly storage = inject(DeviceStorage).device;
  private readonly current = signal<KeyMap>((this.storage.read(KEY_MAP) as KeyMap | null) ?? {});

  readonly map = this.current.asReadonly();

  /** What the pressed key means here. */
  meaning(key: string): string {
    return this.current()[key] ?? key;
  }

  teach(key: string, means: string): void {
    const others = Object.entries(this.current()).filter(([known]) => known !== key);
    this.set(Object.fromEntries([...others, [key, means]]));
  }

  set(map: KeyMap): void {
    this.current.set(map);
    this.storage.write(KEY_MAP, map);
  }
}
