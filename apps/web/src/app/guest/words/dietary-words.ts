import type { DietTag } from '@comanda/shared';

export const DIET_WORDS: Readonly<Record<DietTag, string>> = {
  vegetarian: $localize`:@@guest.diet.vegetarian:Vegetarian`,
  vegan: $localize`:@@guest.diet.vegan:Vegan`,
  halal: $localize`:@@guest.diet.halal:Halal`,
  kosher: $localize`:@@guest.diet.kosher:Kosher`,
  'gluten-free': $localize`:@@guest.diet.glutenFree:Gluten-free`,
  'lactose-free': $localize`:@@guest.diet.lactoseFree:Lactose-free`,
};
