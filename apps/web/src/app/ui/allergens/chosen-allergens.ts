import { ALLERGENS, type Allergen } from '@comanda/shared';

/** What was kept on the device, in the order of the regulation; what is no allergen is left out. */
export function knownAllergens(stored: unknown): readonly Allergen[] {
  return Array.isArray(stored) ? ALLERGENS.filter((allergen) => (stored as unknown[]).includes(allergen)) : [];
}

/** One more, or one less, in the order of the regulation. */
export function withToggled(chosen: readonly Allergen[], allergen: Allergen): readonly Allergen[] {
  return ALLERGENS.filter((each) => chosen.includes(each) !== (each === allergen));
}
