import type { Minor } from '../money/currency.js';
import { splitByWeights } from '../money/split.js';
import type { DraftOption } from './draft.js';
import type { BaseShare } from './priced.js';

/**
 * How the price of a combo falls on the dishes chosen in it: in proportion to what each costs on its own, by largest
 * remainder, so that the shares add up. Without such a dish the price is taxed by the combo's own class. The order in
 * which a guest chose does not matter.
 */
export function comboShares<T>(
  priceMinor: Minor,
  options: readonly DraftOption<T>[],
  { ownClass, taxClassOf }: { readonly ownClass: string; readonly taxClassOf: (taxClass: string) => string },
): BaseShare[] {
  const parts = options.flatMap(({ group, facts, dishPriceMinor = 0, quantity }) =>
    group.kind === 'removal' || dishPriceMinor === 0
      ? []
      : {
          taxClass: facts.taxClass === undefined ? ownClass : taxClassOf(facts.taxClass),
          weight: dishPriceMinor * quantity,
        },
  );
  if (parts.length === 0) return [{ taxClass: ownClass, amountMinor: priceMinor }];
  parts.sort((a, b) => b.weight - a.weight || (a.taxClass < b.taxClass ? -1 : 1));
  const amounts = splitByWeights(
    priceMinor,
    parts.map(({ weight }) => weight),
  );
  return parts.map(({ taxClass }, at) => ({ taxClass, amountMinor: amounts[at] ?? 0 }));
}
