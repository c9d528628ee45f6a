import { LOCALE_ID, Injectable, computed, inject } from '@angular/core';
import { formatMinor } from '@comanda/shared';
import type { ApiProblem } from '../../core/api/api-problem';
import { BasketStore } from '../basket/basket-store';
import { RestaurantWords } from '../restaurant/restaurant-words';
import { Placement } from './placement';

/** Why the restaurant did not take the order, and what to do about it. */
@Injectable({ providedIn: 'root' })
export class RefusalWords {
  private readonly placement = inject(Placement);
  private readonly basket = inject(BasketStore);
  private readonly restaurant = inject(RestaurantWords);
  private readonly locale = inject(LOCALE_ID);

  readonly text = computed<string | null>(() => {
    const problem = this.placement.problem();
    return problem === null ? null : this.wordsFor(problem);
  });

  private wordsFor(problem: ApiProblem): string {
    switch (problem.code) {
      case 'price_changed':
        return this.priceChanged();
      case 'out_of_stock':
      case 'not_available':
        return $localize`:@@guest.refused.stock:Not all of it can be had any more. Nothing was ordered; the marked dishes need a change.`;
      case 'invalid_basket':
        return $localize`:@@guest.refused.basket:The menu has changed since you chose. Nothing was ordered; please look at the marked dishes.`;
      case 'slot_full':
      case 'slot_unavailable':
        return $localize`:@@guest.refused.slot:This time has just been taken. Nothing was ordered; please choose another time.`;
      case 'restaurant_closed':
        return this.closed();
      case 'too_many_requests':
        return $localize`:@@guest.refused.tooMany:Too many tries in a short time. Wait a minute, then order again.`;
      default:
        return $localize`:@@guest.refused.other:The restaurant could not take the order. Nothing was ordered. Please try again, or order with the staff.`;
    }
  }

  private priceChanged(): string {
    const [agreed, priced] = [this.placement.agreedTotalMinor(), this.basket.priced()];
    if (agreed === null || priced === null || priced.totalMinor === agreed) {
      return $localize`:@@guest.refused.price:A price has changed. Nothing was ordered; the new total is below.`;
    }
    const before = formatMinor(agreed, priced.currency, this.locale);
    return $localize`:@@guest.refused.priceFrom:A price has changed: you agreed to ${before}:before:. Nothing was ordered; the new total is below.`;
  }

  private closed(): string {
    const opens = this.restaurant.opens();
    return opens === null
      ? $localize`:@@guest.refused.closed:The restaurant has just stopped taking orders. Nothing was ordered; your basket is kept.`
      : $localize`:@@guest.refused.closedUntil:The restaurant takes orders again ${opens}:moment:. Nothing was ordered; your basket is kept.`;
  }
}
