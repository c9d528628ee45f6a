import type { OptionChoice } from '../pricing/basket.js';
import { ALLERGENS, type Allergen } from './dietary.js';
import { optionFacts } from './groups-of.js';
import type { MenuIndex } from './menu-index.js';
import type { Item } from './menu.js';

/** The allergens of a dish as it was chosen. */
export interface DishAllergens {
  /** In the order of Annex II of Regulation (EU) No 1169/2011. */
  readonly allergens: readonly Allergen[];
  /** False when some part declares nothing: then others may be in it, and nobody may read the list as "free of". */
  readonly complete: boolean;
}

/**
 * All allergens of an item with its chosen options and theirs. What is left out (removals) takes nothing away: traces
 * remain, and only the kitchen knows.
 */
export function allergensOf<T>(
  index: MenuIndex<T>,
  item: Pick<Item<T>, 'allergens'>,
  choices: readonly OptionChoice[] = [],
): DishAllergens {
  const declared = [item.allergens, ...declaredBy(index, choices)];
  const found = new Set(declared.flatMap((allergens) => allergens ?? []));
  return {
    allergens: ALLERGENS.filter((allergen) => found.has(allergen)),
    complete: declared.every((allergens) => allergens !== undefined),
  };
}

function declaredBy<T>(index: MenuIndex<T>, choices: readonly OptionChoice[]): (readonly Allergen[] | undefined)[] {
  return choices.flatMap((choice) => {
    const known = index.options.get(choice.optionId);
    const nested = declaredBy(index, choice.options ?? []);
    if (!known || known.group.kind === 'removal') return nested;
    return [optionFacts(index, known.option).allergens, ...nested];
  });
}
