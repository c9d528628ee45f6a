import { Injectable, inject } from '@angular/core';
import { LIMITS, type GuestContact } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';

/** What a guest types at the checkout. */
export interface CheckoutDraft {
  name: string;
  phone: string;
  note: string;
  tipPercent: number;
}

const DRAFT = 'comanda.checkout';
const GUEST = 'comanda.guest';

/** Nothing typed is lost: the draft lives as long as the tab, name and phone are remembered on the device. */
@Injectable({ providedIn: 'root' })
export class CheckoutDrafts {
  private readonly storage = inject(DeviceStorage);

  read(): CheckoutDraft {
    const draft = partsOf(this.storage.tab.read(DRAFT));
    const guest = partsOf(this.storage.device.read(GUEST));
    const tip = draft['tipPercent'];
    return {
      name: textOf(draft['name'] ?? guest['name'], LIMITS.guestNameLength),
      phone: textOf(draft['phone'] ?? guest['phone'], LIMITS.phoneLength),
      note: textOf(draft['note'], LIMITS.orderNoteLength),
      tipPercent: typeof tip === 'number' && tip >= 0 && tip <= 100 ? tip : 0,
    };
  }

  keep(draft: CheckoutDraft): void {
    this.storage.tab.write(DRAFT, draft);
  }

  rememberGuest(guest: GuestContact): void {
    this.storage.device.write(GUEST, guest);
  }

  forgetGuest(): void {
    this.storage.device.remove(GUEST);
    this.storage.tab.remove(DRAFT);
  }
}

function partsOf(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
}

function textOf(value: unknown, length: number): string {
  return typeof value === 'string' ? value.slice(0, length) : '';
}
