import { groupsOf } from '../menu/groups-of.js';
import type { MenuIndex } from '../menu/menu-index.js';
import type { Item, ModifierGroup, Variant } from '../menu/menu.js';
import { optionPriceMinor } from '../menu/option-price.js';
import type { Minor } from '../money/currency.js';
import { groupPrices, type ChosenPrice } from './group-price.js';

/** The least that a dish costs in a size: with the cheapest answer to every group that must be answered. */
export function leastPriceMinor<T>(index: MenuIndex<T>, item: Item<T>, variant: Variant<T>): Minor {
  return groupsOf(index, item, variant)
    .filter(({ min }) => min > 0)
    .reduce((sum, group) => sum + leastOf(group, variant.id), variant.priceMinor);
}

function leastOf<T>(group: ModifierGroup<T>, variantId: string): Minor {
  const cheapestFirst = group.options
    .map((option) => ({ option, priceMinor: optionPriceMinor(option, { variantId, aboveMinor: 0 }) }))
    .sort((a, b) => a.priceMinor - b.priceMinor);
  const chosen: ChosenPrice[] = [];
  let open = group.min;
  for (const { option, priceMinor } of cheapestFirst) {
    const quantity = Math.min(open, option.maxQuantity ?? 1);
    if (quantity > 0) chosen.push({ optionId: option.id, priceMinor, quantity });
    open -= quantity;
  }
  return groupPrices(group, chosen).reduce((sum, price) => sum + price, 0);
}
