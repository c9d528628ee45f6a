import type { MenuIndex, OptionChoice, OrderLineView, OrderOptionView } from '@comanda/shared';
import { optionFacts } from '@comanda/shared/pricing';
import type { DishDraft } from '../../ui/choices/item-draft';

/** A dish of an order as it was chosen, to choose from there. What the menu does not have any more is left out. */
export function draftOfLine(line: OrderLineView, index: MenuIndex<string>): DishDraft {
  const { itemId, variantId, quantity, note, course, guestName, allergies } = line;
  return {
    itemId,
    variantId,
    quantity,
    options: choicesOf(line.options, index),
    ...(note === undefined ? {} : { note }),
    ...(course === undefined ? {} : { course }),
    ...(guestName === undefined ? {} : { guestName }),
    ...(allergies === undefined ? {} : { allergies }),
  };
}

/** What is chosen with a dish, in words: its size, `− onion`, `+ 2 × cheese`. */
export function choiceWords({ itemId, variantId, options = [] }: DishDraft, index: MenuIndex<string>): string[] {
  const variants = index.items.get(itemId)?.variants ?? [];
  const size = variants.length > 1 ? variants.find(({ id }) => id === variantId)?.name : undefined;
  return [...(size === undefined ? [] : [size]), ...optionWords(options, index)];
}

function optionWords(options: readonly OptionChoice[], index: MenuIndex<string>): string[] {
  return options.flatMap(({ optionId, quantity = 1, options: below = [] }) => {
    const known = index.options.get(optionId);
    if (known === undefined) return [];
    const sign = known.group.kind === 'removal' ? '−' : '+';
    const times = quantity > 1 ? `${quantity} × ` : '';
    return [`${sign} ${times}${optionFacts(index, known.option).name}`, ...optionWords(below, index)];
  });
}

/** The new note when nothing but the note differs; else null. */
export function onlyNoteOf(before: DishDraft, after: DishDraft): string | null {
  if (before.note === after.note || after.note === undefined) return null;
  return whatOf(before) === whatOf(after) ? after.note : null;
}

export function isSame(before: DishDraft, after: DishDraft): boolean {
  return before.note === after.note && whatOf(before) === whatOf(after);
}

function choicesOf(options: readonly OrderOptionView[], index: MenuIndex<string>): OptionChoice[] {
  return options.flatMap(({ optionId, quantity, options: below }) => {
    const group = index.options.get(optionId)?.group;
    return group === undefined ? [] : [{ groupId: group.id, optionId, quantity, options: choicesOf(below, index) }];
  });
}

function whatOf({ itemId, variantId, quantity, course = 1, options = [] }: DishDraft): string {
  return JSON.stringify([itemId, variantId, quantity, course, ordered(options)]);
}

function ordered(options: readonly OptionChoice[]): unknown[] {
  const told = options.map(({ groupId, optionId, quantity = 1, options: below = [] }) =>
    JSON.stringify([groupId, optionId, quantity, ordered(below)]),
  );
  return told.sort();
}
