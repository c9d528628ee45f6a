import type { Allergen, DietTag } from '@comanda/shared';

/** Allergens as a guest reads them: "Contains nuts, milk". */
export const ALLERGEN_WORDS: Readonly<Record<Allergen, string>> = {
  gluten: $localize`:@@guest.allergen.gluten:gluten`,
  crustaceans: $localize`:@@guest.allergen.crustaceans:crustaceans`,
  egg: $localize`:@@guest.allergen.egg:egg`,
  fish: $localize`:@@guest.allergen.fish:fish`,
  peanut: $localize`:@@guest.allergen.peanut:peanuts`,
  soy: $localize`:@@guest.allergen.soy:soy`,
  milk: $localize`:@@guest.allergen.milk:milk`,
  nuts: $localize`:@@guest.allergen.nuts:nuts`,
  celery: $localize`:@@guest.allergen.celery:celery`,
  mustard: $localize`:@@guest.allergen.mustard:mustard`,
  sesame: $localize`:@@guest.allergen.sesame:sesame`,
  sulphites: $localize`:@@guest.allergen.sulphites:sulphites`,
  lupin: $localize`:@@guest.allergen.lupin:lupin`,
  molluscs: $localize`:@@guest.allergen.molluscs:molluscs`,
};

export const DIET_WORDS: Readonly<Record<DietTag, string>> = {
  vegetarian: $localize`:@@guest.diet.vegetarian:Vegetarian`,
  vegan: $localize`:@@guest.diet.vegan:Vegan`,
  halal: $localize`:@@guest.diet.halal:Halal`,
  kosher: $localize`:@@guest.diet.kosher:Kosher`,
  'gluten-free': $localize`:@@guest.diet.glutenFree:Gluten-free`,
  'lactose-free': $localize`:@@guest.diet.lactoseFree:Lactose-free`,
};

/** What is declared, in words, in the order of the regulation. */
export function allergenList(allergens: readonly Allergen[]): string {
  return allergens.map((allergen) => ALLERGEN_WORDS[allergen]).join(', ');
}
