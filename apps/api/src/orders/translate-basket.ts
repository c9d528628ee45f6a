import type { PricedBasket, PricedOption, Text } from '@comanda/shared';

type Say = (text: Text) => string;

/** A priced basket in one language. */
export function translateBasket(basket: PricedBasket<Text>, say: Say): PricedBasket<string> {
  return {
    ...basket,
    lines: basket.lines.map(({ name, variantName, options, ...line }) => ({
      ...line,
      name: say(name),
      ...(variantName === undefined ? {} : { variantName: say(variantName) }),
      options: translateOptions(options, say),
    })),
  };
}

function translateOptions(options: readonly PricedOption<Text>[], say: Say): PricedOption<string>[] {
  return options.map(({ name, groupName, options: below, ...option }) => ({
    ...option,
    name: say(name),
    groupName: say(groupName),
    options: translateOptions(below, say),
  }));
}
