import { allergensOf, type Allergen, type BasketLine, type DietTag, type Item } from '@comanda/shared';
import type { Sellability } from '@comanda/shared';
import { leastPriceMinor, sellability } from '@comanda/shared/pricing';
import { lineAtOnce, type Offer } from '../../ui/choices/default-choices';

/** A dish as its row on the menu shows it. */
export interface Dish {
  readonly item: Item<string>;
  /** The lowest price, with `fromPrice` when sizes differ or what must be chosen costs more. */
  readonly priceMinor: number;
  readonly fromPrice: boolean;
  readonly listPriceMinor: number | null;
  readonly sellability: Sellability;
  /** What "+" adds; null when something must be chosen first. */
  readonly atOnce: BasketLine | null;
  readonly allergens: readonly Allergen[];
  /** False when the dish or a default of it declares nothing: nobody may read the list as "free of". */
  readonly declared: boolean;
  readonly dietTags: readonly DietTag[];
}

/** Reads a dish together with the choices that it comes with. */
export function toDish(offer: Offer, item: Item<string>, timezone: string): Dish {
  const sizes = item.variants.map((variant) => ({ variant, least: leastPriceMinor(offer.index, item, variant) }));
  const priceMinor = Math.min(...sizes.map(({ least }) => least));
  const cheapest = sizes.find(({ least }) => least === priceMinor)?.variant;
  const atOnce = lineAtOnce(offer, item);
  const { allergens, complete } = allergensOf(offer.index, item, atOnce?.options);
  return {
    item,
    priceMinor,
    fromPrice: sizes.some(({ variant, least }) => least !== priceMinor || least !== variant.priceMinor),
    listPriceMinor: cheapest?.listPriceMinor ?? null,
    sellability: sellability(offer.index, offer.availability, { kind: 'item', id: item.id }, offer.moment, timezone),
    atOnce,
    allergens,
    declared: complete,
    dietTags: item.dietTags ?? [],
  };
}
