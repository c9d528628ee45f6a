import { optionFacts } from '../menu/groups-of.js';
import type { MenuIndex } from '../menu/menu-index.js';
import type { Item, ModifierGroup, ModifierOption, Variant } from '../menu/menu.js';
import { partsOf } from '../menu/parts.js';
import type { RecipeLine } from './recipe-line.js';
import type { Milli } from './units.js';

/** The recipe of an item in a size: the size's own, or else that of the item. */
export function recipeOf<T>(
  item: Pick<Item<T>, 'recipe'>,
  variant?: Pick<Variant<T>, 'recipe'>,
): readonly RecipeLine[] | undefined {
  return variant?.recipe ?? item.recipe;
}

/** The recipe of an option: its own, or else that of the item to which it points, in that item's first size. */
export function recipeOfOption<T>(index: MenuIndex<T>, option: ModifierOption<T>): readonly RecipeLine[] | undefined {
  if (option.recipe) return option.recipe;
  const { item } = optionFacts(index, option);
  return item && recipeOf(item, item.variants[0]);
}

/** What one choice of a group takes of an amount in its recipe: where a dish is divided, recipes are those of the whole. */
export function shareOf<T>(group: ModifierGroup<T>, milli: Milli): Milli {
  return Math.round(milli / partsOf(group));
}
