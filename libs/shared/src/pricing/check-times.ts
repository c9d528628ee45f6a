import type { AvailabilityView } from '../availability/availability.js';
import type { Moment } from '../availability/sellability.js';
import type { MenuIndex } from '../menu/menu-index.js';
import type { AheadMoment } from '../slots/order-ahead.js';
import type { BasketLine } from './basket.js';
import type { BasketProblem } from './basket-problem.js';
import { aheadProblems } from './check-ahead.js';
import { checkAvailability } from './check-availability.js';
import { readLine } from './read-line.js';

/** One of the times at which a basket may be wanted. */
export interface WantedTime {
  readonly now: Moment;
  readonly ahead: AheadMoment;
}

/**
 * What keeps the dishes of a basket from being had at a time, for whoever asks for many times: the lines are read once
 * and nothing is priced. Dishes that are chosen alike count once, so that it does not tell how many are left.
 */
export function timeChecks<T>(
  index: MenuIndex<T>,
  lines: readonly BasketLine[],
  availability: AvailabilityView,
): (time: WantedTime) => BasketProblem[] {
  const different = new Map(lines.map((line, at) => [alike(line), { line, at }] as const).reverse());
  const drafts = [...different.values()].reverse().flatMap(({ line, at }) => readLine(index, line, at).draft ?? []);
  return ({ now, ahead }) => [
    ...checkAvailability({ index, availability, now }, drafts),
    ...aheadProblems(index, drafts, ahead),
  ];
}

function alike({ itemId, variantId, options = [] }: BasketLine): string {
  return JSON.stringify([itemId, variantId, options]);
}
