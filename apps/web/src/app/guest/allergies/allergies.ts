import { Injectable, inject, signal } from '@angular/core';
import type { Allergen, PlaceOrderRequest } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';
import { knownAllergens, withToggled } from '../../ui/allergens/chosen-allergens';

const KEY = 'comanda.allergies';

/** What those who eat are allergic to, as the guest says it. Kept for the visit alone: it is nobody else's business. */
@Injectable({ providedIn: 'root' })
export class Allergies {
  private readonly storage = inject(DeviceStorage).tab;
  private readonly said = signal(knownAllergens(this.storage.read(KEY)));

  readonly chosen = this.said.asReadonly();

  toggle(allergen: Allergen): void {
    this.said.set(withToggled(this.said(), allergen));
    this.storage.write(KEY, this.said());
  }

  /** What goes with an order. */
  withOrder(): Pick<PlaceOrderRequest, 'allergies'> {
    return this.said().length === 0 ? {} : { allergies: this.said() };
  }
}
