import { ALLERGENS, type MenuIndex } from '@comanda/shared';
import { ALLERGEN_WORDS } from '../../ui/allergens/allergen-words';
import { basketAllergens } from '../../ui/allergens/basket-allergens';
import type { OrderDraft } from './order-draft';
import { ORDER_TEXTS } from './order-texts';

/** What of an order clashes with what was told: a dish with its own guest's allergies, and with everybody's. */
export function allergyWarnings({ lines, allergies }: OrderDraft, index: MenuIndex<string>): readonly string[] {
  const found = lines.map(({ dish }) => basketAllergens([dish], index, [...allergies, ...(dish.allergies ?? [])]));
  const contained = found.flatMap((each) => each.contained);
  const clashes = ALLERGENS.flatMap((allergen) => {
    const dishes = contained.filter((each) => each.allergen === allergen).flatMap((each) => each.dishes);
    return dishes.length === 0 ? [] : [ORDER_TEXTS.clash(ALLERGEN_WORDS[allergen], together(dishes))];
  });
  const unknown = found.flatMap((each) => each.unknown);
  return unknown.length === 0 ? clashes : [...clashes, ORDER_TEXTS.undeclared(together(unknown))];
}

const together = (names: readonly string[]): string => [...new Set(names)].join(', ');
