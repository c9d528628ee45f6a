import { LIMITS } from '../limits.js';
import type { MenuIndex } from '../menu/menu-index.js';
import type { Item, Variant } from '../menu/menu.js';
import { plainName } from '../menu/plain-name.js';
import type { BasketLine } from './basket.js';
import type { BasketProblem } from './basket-problem.js';
import type { DraftLine } from './draft.js';
import * as say from './problem-texts.js';
import { isQuantity } from './quantity.js';
import { readChoices } from './read-choices.js';

/** A line as far as it could be read, with all that is wrong with it. */
export interface ReadLine<T> {
  readonly draft?: DraftLine<T>;
  readonly problems: readonly BasketProblem[];
}

/** Finds what a line asks for in the menu. Nothing stops at the first problem. */
export function readLine<T>(index: MenuIndex<T>, line: BasketLine, at: number): ReadLine<T> {
  const pointer = `/lines/${at}`;
  const problems: BasketProblem[] = [];
  if (!isQuantity(line.quantity) || line.quantity > LIMITS.lineQuantity) {
    problems.push(say.invalidQuantity(pointer, line.quantity, LIMITS.lineQuantity));
  }
  const item = index.items.get(line.itemId);
  if (!item) return { problems: [...problems, say.unknownItem(pointer, line)] };
  const name = (): string => plainName(item.name, index.menu.defaultLanguage) ?? item.id;
  if (item.onlyAsOption) problems.push(say.onlyAsOption(pointer, item.id, name()));
  const variant = variantOf(item, line);
  if (!variant) return { problems: [...problems, missingVariant(pointer, line, item, name())] };
  const options = readChoices({ index, variantId: variant.id, problems }, line.options ?? [], {
    pointer: `${pointer}/options`,
    depth: 1,
    groupIds: variant.modifierGroupIds ?? item.modifierGroupIds,
    aboveMinor: 0,
  });
  const quantity = isQuantity(line.quantity) ? line.quantity : 1;
  return { draft: { index: at, line, item, variant, quantity, options }, problems };
}

/** An item with a single variant needs no choice of one. */
function variantOf<T>(item: Item<T>, { variantId }: BasketLine): Variant<T> | undefined {
  if (variantId !== undefined) return item.variants.find(({ id }) => id === variantId);
  return item.variants.length === 1 ? item.variants[0] : undefined;
}

function missingVariant<T>(pointer: string, line: BasketLine, item: Item<T>, name: string): BasketProblem {
  const choose = line.variantId === undefined && item.variants.length > 1;
  return choose ? say.variantRequired(pointer, line, name) : say.unknownVariant(pointer, line, name);
}
