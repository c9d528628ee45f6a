import { LOCALE_ID, Injectable, computed, inject } from '@angular/core';
import type { TimeRange } from '@comanda/shared';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { momentWords } from '../words/moment-words';
import { tableWords } from '../words/table-words';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { FulfilmentStore } from './fulfilment-store';

/** How this guest gets the food, in one line: "Pickup · 19:40–19:55", "Delivery · Torstrasse 1", "Table 12". */
@Injectable({ providedIn: 'root' })
export class FulfilmentWords {
  private readonly restaurant = inject(RestaurantStore);
  private readonly fulfilment = inject(FulfilmentStore);
  private readonly locale = inject(LOCALE_ID);

  readonly mode = computed(() => {
    const table = this.restaurant.table();
    if (table !== null) return tableWords(table.name);
    switch (this.fulfilment.type()) {
      case 'dine-in':
        return '';
      case 'pickup':
        return $localize`:@@guest.mode.pickup:Pickup`;
      case 'delivery':
        return $localize`:@@guest.mode.delivery:Delivery`;
    }
  });
  readonly line = computed(() =>
    [this.mode(), this.fulfilment.address()?.street, this.time()].filter((each) => each).join(' · '),
  );
  /** "tomorrow 12:00–12:15"; null: as soon as possible. */
  readonly time = computed(() => {
    const time = this.fulfilment.time();
    return time === null ? null : this.range(time);
  });

  range({ from, until }: TimeRange): string {
    const timezone = this.restaurant.location()?.timezone ?? 'UTC';
    const begin = momentWords(from, timezone, this.restaurant.moment().instantMs, this.locale);
    return `${begin}–${formatClockTime(until, timezone, this.locale)}`;
  }
}
