import type { Allergen } from '@comanda/shared';

/** Allergens as people read them: "Contains nuts, milk". */
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

/** What is declared, in words, in the order of the regulation. */
export function allergenList(allergens: readonly Allergen[]): string {
  return allergens.map((allergen) => ALLERGEN_WORDS[allergen]).join(', ');
}
