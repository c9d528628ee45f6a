import type { Minor } from '../money/currency.js';
import { scaleHalfUp } from '../money/rounding.js';
import type { ModifierOption } from './menu.js';

/** Where an option is chosen: in which size of the dish, and below a choice of what list price. */
export interface OptionPlace {
  readonly variantId: string;
  /** 0 when it stands below no other choice. */
  readonly aboveMinor: Minor;
}

/**
 * The list price of one option: larger sizes may ask for more. Below 0 only for one that takes a share off the choice it
 * stands under, and then never more than that choice costs.
 */
export function optionPriceMinor<T>(option: ModifierOption<T>, { variantId, aboveMinor }: OptionPlace): Minor {
  const { percentOfChoice, priceMinorByVariant: byVariant } = option;
  if (percentOfChoice !== undefined) return Math.max(-aboveMinor, scaleHalfUp(aboveMinor, percentOfChoice, 100));
  const own = byVariant && Object.hasOwn(byVariant, variantId) ? byVariant[variantId] : undefined;
  return Math.max(0, own ?? option.priceMinor);
}
