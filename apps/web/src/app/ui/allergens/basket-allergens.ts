import { allergensOf, type Allergen, type BasketLine, type MenuIndex } from '@comanda/shared';

/** What of a basket concerns somebody with allergies. */
export interface BasketAllergens {
  /** The dishes that declare an allergen, one entry for each allergen that is in any. */
  readonly contained: readonly { readonly allergen: Allergen; readonly dishes: readonly string[] }[];
  /** Dishes that declare too little to say. */
  readonly unknown: readonly string[];
}

/** The dishes as they were chosen, options included, each named once. */
export function basketAllergens(
  lines: readonly Pick<BasketLine, 'itemId' | 'options'>[],
  index: MenuIndex<string>,
  allergies: readonly Allergen[],
): BasketAllergens {
  const dishes = lines.flatMap(({ itemId, options }) => {
    const item = index.items.get(itemId);
    return item === undefined ? [] : [{ name: item.name, ...allergensOf(index, item, options) }];
  });
  const named = (those: readonly { readonly name: string }[]): readonly string[] => [
    ...new Set(those.map(({ name }) => name)),
  ];
  const contained = allergies.flatMap((allergen) => {
    const names = named(dishes.filter(({ allergens }) => allergens.includes(allergen)));
    return names.length === 0 ? [] : [{ allergen, dishes: names }];
  });
  return { contained, unknown: allergies.length === 0 ? [] : named(dishes.filter(({ complete }) => !complete)) };
}
