import type { OptionFacts } from '../menu/groups-of.js';
import type { MenuIndex } from '../menu/menu-index.js';
import type { Item, ModifierGroup, ModifierOption, Variant } from '../menu/menu.js';
import type { BasketLine } from './basket.js';
import type { BasketProblem } from './basket-problem.js';
import type { Minor } from '../money/currency.js';

/** A line of the basket with the menu's entities found, before it is priced. */
export interface DraftLine<T> {
  readonly index: number;
  readonly line: BasketLine;
  readonly item: Item<T>;
  readonly variant: Variant<T>;
  readonly quantity: number;
  readonly options: readonly DraftOption<T>[];
}

export interface DraftOption<T> {
  /** Where the guest's choice stands in the basket; the first of several that were added up. */
  readonly pointer: string;
  readonly group: ModifierGroup<T>;
  readonly option: ModifierOption<T>;
  readonly facts: OptionFacts<T>;
  readonly name: T;
  /** In one unit of the parent. */
  readonly quantity: number;
  /** List price of one. */
  readonly listPriceMinor: Minor;
  /** What the dish that this option is costs on its own; absent when it is none. */
  readonly dishPriceMinor?: Minor;
  readonly options: readonly DraftOption<T>[];
}

/** What is needed while the choices of one line are read. */
export interface ReadingLine<T> {
  readonly index: MenuIndex<T>;
  /** The variant of the line's item: options may cost more with a larger size. */
  readonly variantId: string;
  readonly problems: BasketProblem[];
}

/** Every draft option of a tree with how many of it go into one unit of the line. */
export function* eachOption<T>(
  options: readonly DraftOption<T>[],
  times = 1,
): Generator<{ readonly option: DraftOption<T>; readonly perUnit: number }> {
  for (const option of options) {
    const perUnit = option.quantity * times;
    yield { option, perUnit };
    yield* eachOption(option.options, perUnit);
  }
}
