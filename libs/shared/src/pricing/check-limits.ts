import type { MenuIndex } from '../menu/menu-index.js';
import { plainName } from '../menu/plain-name.js';
import type { BasketProblem } from './basket-problem.js';
import type { DraftLine } from './draft.js';
import { itemQuantityExceeded } from './problem-texts.js';

/** How often an item may stand in one order, over all its lines; the lines from which on it is too much are named. */
export function checkMaxPerOrder<T>(index: MenuIndex<T>, drafts: readonly DraftLine<T>[]): BasketProblem[] {
  const ordered = new Map<string, number>();
  return drafts.flatMap(({ index: at, item, quantity }) => {
    const count = (ordered.get(item.id) ?? 0) + quantity;
    ordered.set(item.id, count);
    if (item.maxPerOrder === undefined || count <= item.maxPerOrder) return [];
    const name = plainName(item.name, index.menu.defaultLanguage) ?? item.id;
    return itemQuantityExceeded(`/lines/${at}`, item.id, name, item.maxPerOrder, count);
  });
}
