import { ALLERGENS, type Allergen } from '../menu/dietary.js';
import type { Dietary, Ingredient, Menu } from '../menu/menu.js';
import type { RecipeLine } from './recipe-line.js';

/**
 * The menu with the allergens of its ingredients written on items and options. What a dish declares itself stays; an
 * item that declares nothing gets a list only when every ingredient of its recipes declares its own: nobody may read
 * half a list as "free of the rest".
 */
export function withRecipeAllergens<T>(menu: Menu<T>): Menu<T> {
  const ingredients = new Map((menu.ingredients ?? []).map((each) => [each.id, each]));
  if (ingredients.size === 0) return menu;
  return {
    ...menu,
    items: menu.items.map((item) => ({
      ...item,
      ...allergensWith(item, [item.recipe, ...item.variants.map(({ recipe }) => recipe)], ingredients),
    })),
    modifierGroups: menu.modifierGroups.map((group) =>
      group.kind === 'removal'
        ? group
        : {
            ...group,
            options: group.options.map((option) => ({
              ...option,
              ...allergensWith(option, [option.recipe], ingredients),
            })),
          },
    ),
  };
}

function allergensWith<T>(
  { allergens }: Dietary,
  recipes: readonly (readonly RecipeLine[] | undefined)[],
  ingredients: ReadonlyMap<string, Ingredient<T>>,
): { allergens?: readonly Allergen[] } {
  const lines = recipes.flatMap((recipe) => recipe ?? []);
  if (lines.length === 0) return {};
  const declared = lines.map(({ ingredientId }) => ingredients.get(ingredientId)?.allergens);
  if (allergens === undefined && declared.includes(undefined)) return {};
  const found = new Set([...(allergens ?? []), ...declared.flatMap((each) => each ?? [])]);
  return { allergens: ALLERGENS.filter((allergen) => found.has(allergen)) };
}
