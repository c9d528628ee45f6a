import type { Item, MenuDocument, MenuIndex, OptionChoice, Text, Variant } from '@comanda/shared';
import { groupsOf, indexMenu, optionFacts } from '@comanda/shared/pricing';
import type { RecordedLine } from './recorded-order.js';

/** A recorded line found on the menu. */
export interface Match {
  readonly item: Item<Text>;
  readonly variant: Variant<Text>;
  readonly options: readonly OptionChoice[];
  /** What was chosen and is not among the dish's options. */
  readonly unknownModifiers: readonly string[];
}

/** Finds dishes, sizes and options by id, else by name in any language. */
export class MenuMatch {
  readonly index: MenuIndex<Text>;
  readonly #items: ReadonlyMap<string, Item<Text>>;

  constructor(document: MenuDocument) {
    this.index = indexMenu(document);
    this.#items = byName(document.items, ({ id, name }) => [id, ...Object.values(name)]);
  }

  /** Undefined when the menu has no such dish, or not in this size. */
  find(line: RecordedLine): Match | undefined {
    const item = this.index.items.get(line.item) ?? this.#items.get(keyOf(line.item));
    const variant = item && variantOf(item, line.variant);
    return item && variant ? { item, variant, ...this.#options(item, variant, line.modifiers) } : undefined;
  }

  #options(item: Item<Text>, variant: Variant<Text>, modifiers: readonly string[]) {
    const choices = byName(
      groupsOf(this.index, item, variant).flatMap(({ id: groupId, options }) =>
        options.map((option) => ({ groupId, optionId: option.id, name: optionFacts(this.index, option).name ?? {} })),
      ),
      ({ optionId, name }) => [optionId, ...Object.values(name)],
    );
    const counts = new Map<{ groupId: string; optionId: string }, number>();
    const unknownModifiers: string[] = [];
    for (const modifier of modifiers) {
      const choice = choices.get(keyOf(modifier));
      if (choice) counts.set(choice, (counts.get(choice) ?? 0) + 1);
      else unknownModifiers.push(modifier);
    }
    const options = [...counts].map(([{ groupId, optionId }, quantity]) => ({
      groupId,
      optionId,
      ...(quantity === 1 ? {} : { quantity }),
    }));
    return { options, unknownModifiers };
  }
}

/** A size that was not written down is the only one, or the one without a name. */
function variantOf({ variants }: Item<Text>, asked: string | undefined): Variant<Text> | undefined {
  if (asked === undefined) return variants.length === 1 ? variants[0] : variants.find(({ name }) => name === undefined);
  return byName(variants, ({ id, name }) => [id, ...Object.values(name ?? {})]).get(keyOf(asked));
}

function byName<Entry>(entries: readonly Entry[], namesOf: (entry: Entry) => readonly string[]): Map<string, Entry> {
  const map = new Map<string, Entry>();
  for (const entry of entries) {
    for (const name of namesOf(entry)) if (!map.has(keyOf(name))) map.set(keyOf(name), entry);
  }
  return map;
}

function keyOf(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
