import { roundHalfUpDiv, type Minor } from '@comanda/shared';

/** A share of the subtotal, rounded half up to the minor unit. */
export function tipMinor(subtotalMinor: Minor, percent: number): Minor {
  return roundHalfUpDiv(subtotalMinor * percent, 100);
}
