import { LIMITS } from '../limits.js';
import { groupsById, optionFacts } from '../menu/groups-of.js';
import type { MenuIndex } from '../menu/menu-index.js';
import type { ModifierGroup } from '../menu/menu.js';
import { optionPriceMinor } from '../menu/option-price.js';
import { partName, partsOf } from '../menu/parts.js';
import type { BasketProblem } from './basket-problem.js';
import type { OptionChoice } from './basket.js';
import type { Minor } from '../money/currency.js';
import { checkGroup } from './check-group.js';
import type { DraftOption, ReadingLine } from './draft.js';
import { isQuantity } from './quantity.js';
import * as say from './problem-texts.js';

/** Where choices stand: below which parent, how deep, and what may be chosen there. */
export interface ChoicePlace {
  readonly pointer: string;
  readonly depth: number;
  readonly groupIds: readonly string[];
  /** List price of one of the choice under which they stand, 0 below a dish. */
  readonly aboveMinor: Minor;
}

/**
 * Finds the options that a guest chose below an item or an option, and notes all that is wrong with them. Each choice
 * inside an option is for one of that option: two portions of fries with one dip are two dips.
 */
export function readChoices<T>(
  reading: ReadingLine<T>,
  choices: readonly OptionChoice[],
  place: ChoicePlace,
): DraftOption<T>[] {
  const groups = groupsById(reading.index, place.groupIds);
  const options = choices.flatMap((choice, at) => {
    const here = { ...place, pointer: `${place.pointer}/${at}` };
    return readChoice(reading, choice, here, groups) ?? [];
  });
  for (const group of groups) {
    const chosen = options.filter((option) => option.group === group);
    reading.problems.push(...checkGroup(reading.index, group, chosen, place.pointer));
  }
  return addUp(options);
}

function readChoice<T>(
  reading: ReadingLine<T>,
  choice: OptionChoice,
  place: ChoicePlace,
  groups: readonly ModifierGroup<T>[],
): DraftOption<T> | undefined {
  const group = groups.find(({ id }) => id === choice.groupId);
  if (!group) return refuse(reading, say.unknownGroup(place.pointer, choice));
  const option = group.options.find(({ id }) => id === choice.optionId);
  const facts = option && optionFacts(reading.index, option);
  if (!option || !facts || facts.name === undefined) return refuse(reading, say.unknownOption(place.pointer, choice));
  const quantity = choice.quantity ?? 1;
  if (!isQuantity(quantity)) reading.problems.push(say.invalidQuantity(place.pointer, quantity, LIMITS.optionQuantity));
  const listPriceMinor = optionPriceMinor(option, { variantId: reading.variantId, aboveMinor: place.aboveMinor });
  const below = { ...place, groupIds: facts.modifierGroupIds, aboveMinor: listPriceMinor };
  return {
    pointer: place.pointer,
    group,
    option,
    facts,
    name: partName(facts.name, partsOf(group)),
    quantity: isQuantity(quantity) ? quantity : 1,
    listPriceMinor,
    ...dishPrice(reading.index, option.itemId),
    options: readNested(reading, choice.options ?? [], below),
  };
}

/** Of a dish with sizes the smallest: it is the one that a combo comes with unless more is charged. */
function dishPrice<T>({ items }: MenuIndex<T>, itemId: string | undefined): Pick<DraftOption<T>, 'dishPriceMinor'> {
  const prices = (itemId === undefined ? undefined : items.get(itemId))?.variants.map(({ priceMinor }) => priceMinor);
  return prices === undefined || prices.length === 0 ? {} : { dishPriceMinor: Math.min(...prices) };
}

function readNested<T>(
  reading: ReadingLine<T>,
  choices: readonly OptionChoice[],
  place: ChoicePlace,
): DraftOption<T>[] {
  const pointer = `${place.pointer}/options`;
  if (place.depth >= LIMITS.optionDepth && choices.length > 0) {
    reading.problems.push(say.nestingTooDeep(pointer, LIMITS.optionDepth));
    return [];
  }
  return readChoices(reading, choices, { ...place, pointer, depth: place.depth + 1 });
}

function refuse<T>(reading: ReadingLine<T>, problem: BasketProblem): undefined {
  reading.problems.push(problem);
  return undefined;
}

/** The same option taken twice becomes one with the quantities added, unless something was chosen inside it. */
function addUp<T>(options: readonly DraftOption<T>[]): DraftOption<T>[] {
  const sums = new Map<string, DraftOption<T>>();
  options.forEach((option, at) => {
    const key = option.options.length > 0 ? `at ${at}` : `id ${option.group.id} ${option.option.id}`;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, quantity: sum.quantity + option.quantity } : option);
  });
  return [...sums.values()];
}
