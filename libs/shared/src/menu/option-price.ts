import type { Minor } from '../money/currency.js';
import type { ModifierOption } from './menu.js';

/** The list price of one option below a variant: larger sizes may ask for more. Never below 0. */
export function optionPriceMinor<T>(option: ModifierOption<T>, variantId: string): Minor {
  const byVariant = option.priceMinorByVariant;
  const own = byVariant && Object.hasOwn(byVariant, variantId) ? byVariant[variantId] : undefined;
  return Math.max(0, own ?? option.priceMinor);
}
