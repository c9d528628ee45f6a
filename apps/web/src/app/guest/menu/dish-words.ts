import { LOCALE_ID, inject } from '@angular/core';
import type { Allergen, DietTag } from '@comanda/shared';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { allergenList } from '../../ui/allergens/allergen-words';
import { DIET_WORDS } from '../words/dietary-words';
import { momentWords } from '../words/moment-words';
import type { Dish } from './dish';

const FEW = 5;

/** "Contains nuts, milk", or nothing when there is nothing to say. */
export function containsWords(allergens: readonly Allergen[]): string | null {
  return allergens.length === 0
    ? null
    : $localize`:@@guest.dish.contains:Contains ${allergenList(allergens)}:allergens:`;
}

export function dietWords(tags: readonly DietTag[]): string | null {
  // Vegan says vegetarian.
  const telling = tags.includes('vegan') ? tags.filter((tag) => tag !== 'vegetarian') : tags;
  return telling.length === 0 ? null : telling.map((tag) => DIET_WORDS[tag]).join(', ');
}

/** Says why a dish cannot be ordered now. Ask for it where something can be injected. */
export function injectOffSaleWords(): (dish: Pick<Dish, 'sellability'>) => string | null {
  const restaurant = inject(RestaurantStore);
  const locale = inject(LOCALE_ID);
  return ({ sellability }) => {
    if (sellability.sellable) return null;
    const { until } = sellability;
    const timezone = restaurant.location()?.timezone ?? 'UTC';
    const back = until === undefined ? null : momentWords(until, timezone, restaurant.moment().instantMs, locale);
    return offSaleWords(sellability.reason, back);
  };
}

function offSaleWords(reason: Dish['sellability']['reason'], back: string | null): string {
  if (reason === 'outside-hours') {
    return back === null
      ? $localize`:@@guest.dish.outsideHours:Not served at this time`
      : $localize`:@@guest.dish.servedFrom:Served again ${back}:moment:`;
  }
  if (reason === 'sold-out') {
    return back === null
      ? $localize`:@@guest.dish.soldOut:Sold out`
      : $localize`:@@guest.dish.soldOutUntil:Sold out · back ${back}:moment:`;
  }
  return back === null
    ? $localize`:@@guest.dish.off:Not available right now`
    : $localize`:@@guest.dish.offUntil:Not available · back ${back}:moment:`;
}

/** "Only 2 left", when it is few. */
export function fewLeftWords({ sellability: { sellable, remaining } }: Pick<Dish, 'sellability'>): string | null {
  if (!sellable || remaining === undefined || remaining >= FEW) return null;
  return $localize`:@@guest.dish.fewLeft:Only ${remaining}:count: left`;
}

/** 1 to 3 in words; nothing for a dish that is not hot. */
export function spiceWords(spiciness = 0): string | null {
  if (spiciness <= 0) return null;
  if (spiciness === 1) return $localize`:@@guest.dish.mild:Mild heat`;
  return spiciness === 2 ? $localize`:@@guest.dish.hot:Hot` : $localize`:@@guest.dish.veryHot:Very hot`;
}
