import { Injectable, computed, inject, signal } from '@angular/core';
import { CUTLERY_SETS, asksForCutlery, usualCutlery, type FulfilmentRequest } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';
import { BasketStore } from '../basket/basket-store';
import { FulfilmentStore } from '../fulfilment/fulfilment-store';
import { RestaurantStore } from '../restaurant/restaurant-store';

const KEY = 'comanda.cutlery';

interface Said {
  readonly sets: number;
  /** How many ordered together when it was said. */
  readonly people: number;
}

/** What a guest says about cutlery. The device remembers it, so that the next order, or the same again, begins with it. */
@Injectable()
export class CutleryWish {
  private readonly storage = inject(DeviceStorage).device;
  private readonly basket = inject(BasketStore);
  private readonly restaurant = inject(RestaurantStore);
  private readonly fulfilment = inject(FulfilmentStore);
  private readonly said = signal<Said | null>(readSaid(this.storage.read(KEY)));
  private readonly offer = computed(() => this.restaurant.location()?.cutlery);

  readonly asked = computed(() => asksForCutlery(this.offer(), this.fulfilment.type()));
  /** Who order together; one where nobody is named. */
  readonly people = computed(() => {
    const names = this.basket.basketLines().map(({ guestName }) => guestName);
    return Math.min(Math.max(1, new Set(names).size), CUTLERY_SETS);
  });
  /** Null: the guest has not said, and has to. */
  readonly sets = computed(() => {
    const [said, people] = [this.said(), this.people()];
    if (said === null) return usualCutlery(this.offer() ?? 'not-offered', people);
    return said.sets === 0 || said.people === people ? said.sets : people;
  });
  readonly missing = computed(() => this.asked() && this.sets() === null);

  say(sets: number): void {
    const said = { sets, people: this.people() };
    this.said.set(said);
    this.storage.write(KEY, said);
  }

  /** What the order says about it. */
  inOrder(): Pick<FulfilmentRequest, 'cutlery'> {
    const sets = this.sets();
    return this.asked() && sets !== null ? { cutlery: sets } : {};
  }
}

/** We wrote it ourselves; anything else in its place is dropped. */
function readSaid(stored: unknown): Said | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { sets, people } = stored as Partial<Said>;
  return isCount(sets) && isCount(people) ? { sets, people } : null;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= CUTLERY_SETS;
}
