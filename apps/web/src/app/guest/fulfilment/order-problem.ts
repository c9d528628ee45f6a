import { LOCALE_ID, Injectable, computed, inject } from '@angular/core';
import { formatMinor, type BasketProblem, type TimeRange } from '@comanda/shared';
import { QuoteStore } from '../basket/quote-store';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { momentWords } from '../words/moment-words';
import { FulfilmentStore } from './fulfilment-store';

/** What is wrong with an order as a whole, and what the guest could change about it. */
export interface OrderFault {
  readonly text: string;
  /** What the button to the sheet for how and when is called; null when that would not help. */
  readonly mend: string | null;
  /** The next free time, when the restaurant named one. */
  readonly next?: TimeRange;
}

/** The address, the time or the least amount keeps the basket from being ordered. */
@Injectable({ providedIn: 'root' })
export class OrderProblem {
  private readonly quote = inject(QuoteStore);
  private readonly restaurant = inject(RestaurantStore);
  private readonly fulfilment = inject(FulfilmentStore);
  private readonly locale = inject(LOCALE_ID);

  readonly problem = computed<OrderFault | null>(() => {
    for (const problem of this.quote.problems()) {
      const fault = this.faultOf(problem);
      if (fault !== null) return fault;
    }
    return null;
  });

  private faultOf({ code, instead, limit = 0, actual }: BasketProblem): OrderFault | null {
    switch (code) {
      case 'slot_full':
      case 'slot_unavailable':
        return { text: this.slotText(instead), mend: OTHER_TIME, ...this.nextTime(instead) };
      case 'needs_lead_time':
      case 'past_cutoff':
        return { text: TOO_SOON, mend: OTHER_TIME };
      case 'address_required':
        return { text: NO_ADDRESS, mend: ADDRESS };
      case 'outside_delivery_zone':
        return { text: OUTSIDE, mend: ADDRESS };
      case 'below_minimum':
        return { text: this.minimumText(limit - Number(actual ?? 0)), mend: null };
      default:
        return null;
    }
  }

  private slotText(instead: string | undefined): string {
    if (instead === undefined) return $localize`:@@guest.order.slotGone:This time is taken. Please choose another.`;
    const timezone = this.restaurant.location()?.timezone ?? 'UTC';
    const next = momentWords(instead, timezone, this.restaurant.moment().instantMs, this.locale);
    return $localize`:@@guest.order.slotNext:This time is taken. The next free one is ${next}:moment:.`;
  }

  /** As long as the one that was chosen. */
  private nextTime(instead: string | undefined): Pick<OrderFault, 'next'> {
    const chosen = this.fulfilment.time();
    if (instead === undefined || chosen === null) return {};
    const lengthMs = Date.parse(chosen.until) - Date.parse(chosen.from);
    return { next: { from: instead, until: new Date(Date.parse(instead) + lengthMs).toISOString() } };
  }

  private minimumText(missingMinor: number): string {
    const missing = formatMinor(missingMinor, this.restaurant.location()?.currency ?? 'EUR', this.locale);
    return $localize`:@@guest.order.minimum:Add ${missing}:amount: more for a delivery to your address.`;
  }
}

const OTHER_TIME = $localize`:@@guest.order.otherTime:Choose another time`;
const ADDRESS = $localize`:@@guest.order.address:Enter the address`;
const NO_ADDRESS = $localize`:@@guest.order.noAddress:Tell us where to bring it.`;
const OUTSIDE = $localize`:@@guest.order.outside:We do not deliver to this address. Choose another one, or pick it up.`;
const TOO_SOON = $localize`:@@guest.order.tooSoon:Not everything in your order can be made by then.`;
