import { LOCALE_ID, Injectable, computed, inject } from '@angular/core';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { momentWords } from '../words/moment-words';
import { OrderingState } from './ordering-state';
import { RestaurantStore } from './restaurant-store';

/** What the restaurant's state is called. */
@Injectable({ providedIn: 'root' })
export class RestaurantWords {
  private readonly restaurant = inject(RestaurantStore);
  private readonly ordering = inject(OrderingState);
  private readonly locale = inject(LOCALE_ID);

  /** "today 18:00", when the next opening is known. */
  readonly opens = computed(() => {
    const location = this.restaurant.location();
    if (location?.opensAt === undefined) return null;
    return momentWords(location.opensAt, location.timezone, this.restaurant.moment().instantMs, this.locale);
  });

  /** "Open until 23:00", "Closed". */
  readonly openState = computed(() => {
    const location = this.restaurant.location();
    if (location === null) return '';
    if (location.acceptingOrders) {
      if (location.closesAt === undefined) return $localize`:@@guest.state.open:Open`;
      const time = formatClockTime(location.closesAt, location.timezone, this.locale);
      return $localize`:@@guest.state.openUntil:Open until ${time}:time:`;
    }
    const opens = this.opens();
    if (location.closedReason === 'paused') return $localize`:@@guest.state.paused:Orders are paused`;
    return opens === null
      ? $localize`:@@guest.state.closed:Closed`
      : $localize`:@@guest.state.closedUntil:Closed · opens ${opens}:moment:`;
  });

  readonly readyIn = computed(() => {
    const location = this.restaurant.location();
    if (location === null || !location.acceptingOrders) return null;
    const { from, until } = location.readyMinutes;
    return from === until
      ? $localize`:@@guest.state.readyIn:Ready in about ${from}:minutes: min`
      : $localize`:@@guest.state.readyBetween:Ready in ${from}:from:–${until}:until: min`;
  });

  /** One sentence on why nothing can be ordered now, and what to do; null when all is well. */
  readonly stopped = computed<string | null>(() => {
    const opens = this.opens();
    switch (this.ordering.stop()) {
      case null:
        return null;
      case 'offline':
        return $localize`:@@guest.stop.offline:You are offline. Nothing is lost; ordering works again when you are back.`;
      case 'old-menu':
        return $localize`:@@guest.stop.oldMenu:We cannot reach the restaurant, so this is the menu as you last saw it. Ordering is off for now.`;
      case 'table-unknown':
        return $localize`:@@guest.stop.tableUnknown:This table code is no longer valid. Scan the code on your table again, or ask the staff.`;
      case 'no-pickup':
        return $localize`:@@guest.stop.noPickup:To order, scan the code on your table.`;
      case 'no-dine-in':
        return $localize`:@@guest.stop.noDineIn:Ordering at the table is off. Please order with the staff.`;
      case 'paused':
        return opens === null
          ? $localize`:@@guest.stop.paused:The kitchen is not taking orders for the moment. You can already choose your dishes.`
          : $localize`:@@guest.stop.pausedUntil:The kitchen takes orders again ${opens}:moment:. You can already choose your dishes.`;
      case 'closed':
        return opens === null
          ? $localize`:@@guest.stop.closed:We are closed right now. You can look around.`
          : $localize`:@@guest.stop.closedUntil:We are closed until ${opens}:moment:. You can already choose your dishes.`;
    }
  });
}
