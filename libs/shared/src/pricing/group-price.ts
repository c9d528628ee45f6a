import type { ModifierGroup } from '../menu/menu.js';
import type { Minor } from '../money/currency.js';
import { roundHalfUpDiv } from '../money/rounding.js';
import { splitByWeights } from '../money/split.js';

/** A choice in a group: how often, and the list price of one. */
export interface ChosenPrice {
  readonly optionId: string;
  readonly priceMinor: Minor;
  readonly quantity: number;
}

/**
 * What each choice in a group adds to one unit of the parent, in the order of the choices. The dearest of the chosen
 * are the free ones; what the rule charges for the others is split over them by their list prices, so that the parts
 * add up. Taking things out is free. The order in which a guest chose does not matter.
 */
export function groupPrices<T>(group: ModifierGroup<T>, choices: readonly ChosenPrice[]): Minor[] {
  if (group.kind === 'removal') return choices.map(() => 0);
  const ranked = choices.map((choice, index) => ({ ...choice, index })).sort(dearestFirst);
  const charged = takeOffFree(ranked, group.freeCount).filter(({ quantity }) => quantity > 0);
  const prices = choices.map(() => 0);
  splitByListPrice(chargeOf(group, charged), charged).forEach((part, rank) => {
    const choice = charged[rank];
    if (choice) prices[choice.index] = part;
  });
  return prices;
}

/** Of equal prices the id decides, of one option chosen twice the amount: the same choices always end the same way. */
function dearestFirst(a: ChosenPrice & { index: number }, b: ChosenPrice & { index: number }): number {
  if (a.priceMinor !== b.priceMinor) return b.priceMinor - a.priceMinor;
  if (a.optionId !== b.optionId) return a.optionId < b.optionId ? -1 : 1;
  return b.quantity - a.quantity || a.index - b.index;
}

function takeOffFree<Choice extends ChosenPrice>(ranked: readonly Choice[], freeCount: number): Choice[] {
  let free = freeCount;
  return ranked.map((choice) => {
    const off = Math.min(free, choice.quantity);
    free -= off;
    return { ...choice, quantity: choice.quantity - off };
  });
}

function chargeOf<T>(group: ModifierGroup<T>, charged: readonly ChosenPrice[]): Minor {
  const sum = charged.reduce((total, { priceMinor, quantity }) => total + priceMinor * quantity, 0);
  const count = charged.reduce((total, { quantity }) => total + quantity, 0);
  if (count === 0) return 0;
  switch (group.priceRule) {
    case 'dearest':
      return Math.max(...charged.map(({ priceMinor }) => priceMinor));
    case 'average':
      return roundHalfUpDiv(sum, count);
    case 'fixed':
      return group.fixedPriceMinor ?? 0;
    default:
      return sum;
  }
}

function splitByListPrice(charge: Minor, charged: readonly ChosenPrice[]): Minor[] {
  if (charged.length === 0) return [];
  const byPrice = charged.map(({ priceMinor, quantity }) => priceMinor * quantity);
  const priced = byPrice.some((weight) => weight > 0);
  return splitByWeights(charge, priced ? byPrice : charged.map(({ quantity }) => quantity));
}
