import { partName, partsOf, type MenuIndex, type OptionChoice } from '@comanda/shared';
import { optionFacts } from '@comanda/shared/pricing';
import type { StoredLine } from './basket-line';

/** A line of the basket in words. */
export interface LineWords {
  readonly name: string;
  readonly variantName: string | null;
  /** "without onion" */
  readonly removals: readonly string[];
  /** "2 × extra cheese" */
  readonly extras: readonly string[];
}

/** Null when the menu no longer knows the dish. */
export function lineWords(index: MenuIndex<string>, line: StoredLine): LineWords | null {
  const item = index.items.get(line.itemId);
  if (item === undefined) return null;
  const variant = item.variants.length > 1 ? item.variants.find(({ id }) => id === line.variantId) : undefined;
  const choices = [...eachChoice(line.options ?? [])].flatMap((choice) => choiceWords(index, choice));
  return {
    name: item.name,
    variantName: variant?.name ?? null,
    removals: choices.filter(({ removal }) => removal).map(({ text }) => text),
    extras: choices.filter(({ removal }) => !removal).map(({ text }) => text),
  };
}

function* eachChoice(choices: readonly OptionChoice[]): Generator<OptionChoice> {
  for (const choice of choices) {
    yield choice;
    yield* eachChoice(choice.options ?? []);
  }
}

function choiceWords(
  index: MenuIndex<string>,
  { optionId, quantity = 1 }: OptionChoice,
): readonly { readonly removal: boolean; readonly text: string }[] {
  const known = index.options.get(optionId);
  const name = known === undefined ? undefined : optionFacts(index, known.option).name;
  if (known === undefined || name === undefined) return [];
  if (known.group.kind === 'removal')
    return [{ removal: true, text: $localize`:@@guest.line.without:without ${name}:option:` }];
  const part = partName(name, partsOf(known.group));
  return [{ removal: false, text: quantity === 1 ? part : `${quantity} × ${part}` }];
}
