import type { BasketProblem, ProblemCode } from '@comanda/shared';
import { AVAILABILITY_PROBLEMS } from '@comanda/shared';

/** How a basket with problems is refused as a whole. */
export interface BasketRefusal {
  readonly code: ProblemCode;
  readonly detail: string;
}

/**
 * A basket that is wrong in itself must be mended first (422). Else the moment is to blame (409): too few portions, or
 * something is off sale.
 */
export function refusalOf(problems: readonly BasketProblem[]): BasketRefusal | undefined {
  if (problems.length === 0) return undefined;
  if (problems.some(({ code }) => !AVAILABILITY_PROBLEMS.includes(code))) {
    return { code: 'invalid_basket', detail: 'The basket cannot be ordered as it is. Mend what is listed.' };
  }
  if (problems.some(({ code }) => code === 'sold_out')) {
    return { code: 'out_of_stock', detail: 'Not enough portions are left. Change what is listed.' };
  }
  return { code: 'not_available', detail: 'Some of it is not available now. Remove what is listed.' };
}
