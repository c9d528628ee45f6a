import type { Minor } from '../money/currency.js';
import { scaleHalfUp } from '../money/rounding.js';
import type { Ppm } from './tax-rates.js';

const MILLION = 1_000_000;

/** An amount taken apart. */
export interface NetAndTax {
  readonly netMinor: Minor;
  readonly taxMinor: Minor;
}

/** The tax in an amount (inclusive) or on top of it (exclusive), rounded half up once. */
export function taxOf(amountMinor: Minor, ratePpm: Ppm, inclusive: boolean): NetAndTax {
  const taxMinor = scaleHalfUp(amountMinor, ratePpm, inclusive ? MILLION + ratePpm : MILLION);
  return { netMinor: inclusive ? amountMinor - taxMinor : amountMinor, taxMinor };
}
