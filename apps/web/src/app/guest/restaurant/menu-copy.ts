import { Injectable, inject } from '@angular/core';
import type { LanguageTag, LocationView, MenuView } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';

export interface OldMenu {
  readonly location: LocationView;
  readonly menu: MenuView;
  /** Epoch milliseconds at which it was fetched. */
  readonly at: number;
}

const LAST_LOCATION = 'comanda.location';

/** The last menu that this device saw, for when the restaurant cannot be reached. */
@Injectable({ providedIn: 'root' })
export class MenuCopy {
  private readonly storage = inject(DeviceStorage).device;

  lastLocationId(): string | null {
    const id = this.storage.read(LAST_LOCATION);
    return typeof id === 'string' ? id : null;
  }

  read(locationId: string, language: LanguageTag): OldMenu | null {
    const copy = this.storage.read(keyOf(locationId, language));
    return isOldMenu(copy) ? copy : null;
  }

  write(location: LocationView, menu: MenuView): void {
    this.storage.write(LAST_LOCATION, location.id);
    this.storage.write(keyOf(location.id, menu.language), { location, menu, at: Date.now() } satisfies OldMenu);
  }
}

function keyOf(locationId: string, language: LanguageTag): string {
  return `comanda.menu.${locationId}.${language}`;
}

/** We wrote it ourselves; a copy of another shape is from an older site. */
function isOldMenu(copy: unknown): copy is OldMenu {
  if (typeof copy !== 'object' || copy === null || !('menu' in copy && 'at' in copy && 'location' in copy))
    return false;
  const { menu } = copy;
  return typeof menu === 'object' && menu !== null && 'sections' in menu && Array.isArray(menu.sections);
}
