import type { MenuIndex } from '../menu/menu-index.js';
import type { Item } from '../menu/menu.js';
import { plainName } from '../menu/plain-name.js';
import { aheadFault } from '../slots/order-ahead.js';
import type { AheadMoment } from '../slots/order-ahead.js';
import type { BasketLine } from './basket.js';
import type { BasketProblem } from './basket-problem.js';
import { eachOption } from './draft.js';
import type { DraftLine } from './draft.js';
import { needsLeadTime, pastCutoff } from './problem-texts.js';
import { readLine } from './read-line.js';

/** Which dishes of a basket, also those chosen inside others, must be ordered earlier than they are. */
export function checkAhead<T>(index: MenuIndex<T>, lines: readonly BasketLine[], moment: AheadMoment): BasketProblem[] {
  const drafts = lines.flatMap((line, at) => readLine(index, line, at).draft ?? []);
  return aheadProblems(index, drafts, moment);
}

/** The same for lines that were read already. */
export function aheadProblems<T>(
  index: MenuIndex<T>,
  drafts: readonly DraftLine<T>[],
  moment: AheadMoment,
): BasketProblem[] {
  const name = (item: Item<T>): string => plainName(item.name, index.menu.defaultLanguage) ?? item.id;
  return drafts.flatMap((draft) => {
    const inside = [...eachOption(draft.options)].flatMap(({ option }) => option.facts.item ?? []);
    const pointer = `/lines/${draft.index}`;
    const faults = [draft.item, ...inside].flatMap((item): BasketProblem[] => {
      const fault = aheadFault(item, moment);
      if (fault === 'needs_lead_time') return [needsLeadTime(pointer, item.id, name(item), item.leadMinutes ?? 0)];
      return fault ? [pastCutoff(pointer, item.id, name(item), item.cutoffMinute ?? 0)] : [];
    });
    return faults.slice(0, 1);
  });
}
