import type { BasketLine, MenuIndex, OptionChoice, Text } from '@comanda/shared';
import { optionFacts } from '@comanda/shared/pricing';

/** The items and variants of which a basket may take portions, those behind its options too. */
export function idsIn(lines: readonly BasketLine[], index: MenuIndex<Text>): string[] {
  return lines.flatMap(({ itemId, options = [] }) => {
    const variants = index.items.get(itemId)?.variants ?? [];
    return [itemId, ...variants.map(({ id }) => id), ...behindOptions(options, index)];
  });
}

function behindOptions(choices: readonly OptionChoice[], index: MenuIndex<Text>): string[] {
  return choices.flatMap(({ optionId, options = [] }) => {
    const known = index.options.get(optionId);
    const item = known && optionFacts(index, known.option).item;
    return [...(item ? [item.id] : []), ...behindOptions(options, index)];
  });
}
