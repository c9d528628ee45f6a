import { plainName, type Item, type MenuDocument, type ModifierGroup, type Text } from '@comanda/shared';

/** What else of the menu refers to a dish. */
export interface DishUsers {
  /** Choices that are this dish or have a price for a size of it: while there are any, it cannot go. */
  readonly choices: readonly ChoiceUse[];
  /** Names of the sections in which it stands; it leaves them. */
  readonly sections: readonly string[];
}

export interface ChoiceUse {
  readonly option: string;
  readonly group: string;
  readonly why: 'is-dish' | 'has-price';
}

export function usersOf(document: MenuDocument, item: Item<Text>): DishUsers {
  const say = (name: unknown, id: string): string => plainName(name, document.defaultLanguage) ?? id;
  const sizeIds = item.variants.map(({ id }) => id);
  const usesIn = (group: ModifierGroup<Text>): readonly ChoiceUse[] =>
    group.options.flatMap(({ id, itemId, name, priceMinorByVariant = {} }): readonly ChoiceUse[] => {
      const option = say(name ?? document.items.find((each) => each.id === itemId)?.name, id);
      if (itemId === item.id) return [{ option, group: say(group.name, group.id), why: 'is-dish' }];
      const priced = sizeIds.some((sizeId) => Object.hasOwn(priceMinorByVariant, sizeId));
      return priced ? [{ option, group: say(group.name, group.id), why: 'has-price' }] : [];
    });
  return {
    choices: document.modifierGroups.flatMap(usesIn),
    sections: document.sections.filter(({ itemIds }) => itemIds.includes(item.id)).map(({ id, name }) => say(name, id)),
  };
}
