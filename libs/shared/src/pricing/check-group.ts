import { plainName } from '../menu/plain-name.js';
import type { MenuIndex } from '../menu/menu-index.js';
import type { ModifierGroup } from '../menu/menu.js';
import type { BasketProblem } from './basket-problem.js';
import type { DraftOption } from './draft.js';
import * as say from './problem-texts.js';

/** How many were chosen in a group, and how often each option may be. Quantities count. */
export function checkGroup<T>(
  index: MenuIndex<T>,
  group: ModifierGroup<T>,
  chosen: readonly DraftOption<T>[],
  pointer: string,
): BasketProblem[] {
  const count = chosen.reduce((sum, { quantity }) => sum + quantity, 0);
  const name = (): string => plainName(group.name, index.menu.defaultLanguage) ?? group.id;
  const problems = tooOften(index, chosen);
  if (count < group.min) problems.push(say.tooFewChoices(pointer, group.id, name(), group.min, count));
  if (group.max !== undefined && count > group.max) {
    problems.push(say.tooManyChoices(pointer, group.id, name(), group.max, count));
  }
  return problems;
}

function tooOften<T>(index: MenuIndex<T>, chosen: readonly DraftOption<T>[]): BasketProblem[] {
  const byOption = new Map<string, DraftOption<T>[]>();
  for (const each of chosen) byOption.set(each.option.id, [...(byOption.get(each.option.id) ?? []), each]);
  return [...byOption.values()].flatMap((same) => {
    const [first] = same;
    const limit = first?.option.maxQuantity ?? 1;
    const quantity = same.reduce((sum, each) => sum + each.quantity, 0);
    if (!first || quantity <= limit) return [];
    const name = plainName(first.name, index.menu.defaultLanguage) ?? first.option.id;
    return say.optionQuantityExceeded(first.pointer, first.option.id, name, limit, quantity);
  });
}
