import { DestroyRef, Injectable, inject } from '@angular/core';

/**
 * The browser's storage, which may be full, forbidden or edited by hand: reading then gives null and writing false,
 * and the page goes on with what it holds in memory.
 */
class JsonStorage {
  constructor(private readonly storage: () => Storage) {}

  read(key: string): unknown {
    try {
      const text = this.storage().getItem(key);
      return text === null ? null : (JSON.parse(text) as unknown);
    } catch {
      return null;
    }
  }

  write(key: string, value: unknown): boolean {
    try {
      this.storage().setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  remove(key: string): void {
    try {
      this.storage().removeItem(key);
    } catch {
      // Nothing was stored where storing is forbidden.
    }
  }
}

@Injectable({ providedIn: 'root' })
export class DeviceStorage {
  /** Survives closing the browser, shared by its tabs. */
  readonly device = new JsonStorage(() => localStorage);
  /** Ends with the tab. */
  readonly tab = new JsonStorage(() => sessionStorage);

  /** Calls back when another tab changed the key. Call it where something can be injected. */
  watch(key: () => string | null, changed: () => void): void {
    const listener = (event: StorageEvent): void => {
      if (event.key === null || event.key === key()) changed();
    };
    window.addEventListener('storage', listener);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('storage', listener));
  }
}
