import { Injectable, inject, signal } from '@angular/core';
import { ALLERGENS, type Allergen, type PlaceOrderRequest } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';

const KEY = 'comanda.allergies';

/** What those who eat are allergic to, as the guest says it. Kept for the visit alone: it is nobody else's business. */
@Injectable({ providedIn: 'root' })
export class Allergies {
  private readonly storage = inject(DeviceStorage).tab;
  private readonly said = signal(known(this.storage.read(KEY)));

  readonly chosen = this.said.asReadonly();

  toggle(allergen: Allergen): void {
    const chosen = this.said();
    const next = chosen.includes(allergen) ? chosen.filter((each) => each !== allergen) : [...chosen, allergen];
    this.said.set(known(next));
    this.storage.write(KEY, this.said());
  }

  /** What goes with an order. */
  withOrder(): Pick<PlaceOrderRequest, 'allergies'> {
    return this.said().length === 0 ? {} : { allergies: this.said() };
  }
}

/** In the order of the regulation; what is no allergen is left out. */
function known(stored: unknown): readonly Allergen[] {
  return Array.isArray(stored) ? ALLERGENS.filter((allergen) => (stored as unknown[]).includes(allergen)) : [];
}
