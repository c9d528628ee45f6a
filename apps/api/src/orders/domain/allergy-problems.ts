import type { BasketLine, BasketProblem, MenuIndex, Text } from '@comanda/shared';
import { allergensOf, plainName } from '@comanda/shared';

/**
 * Dishes that contain what their guest is allergic to, as far as it is declared. What somebody else at the table is
 * allergic to keeps no dish from being ordered: the kitchen acknowledges it before it starts.
 */
export function allergyProblems(lines: readonly BasketLine[], index: MenuIndex<Text>): BasketProblem[] {
  return lines.flatMap(({ itemId, options = [], allergies = [] }, at) => {
    const item = allergies.length === 0 ? undefined : index.items.get(itemId);
    if (!item) return [];
    const { allergens } = allergensOf(index, item, options);
    const clashing = allergies.filter((allergen) => allergens.includes(allergen));
    if (clashing.length === 0) return [];
    return [
      {
        pointer: `/lines/${at}/allergies`,
        code: 'contains_allergen' as const,
        detail: `${plainName(item.name, index.menu.defaultLanguage) ?? itemId} contains ${clashing.join(', ')} as it is chosen. Choose another dish or option.`,
        resource: itemId,
      },
    ];
  });
}
