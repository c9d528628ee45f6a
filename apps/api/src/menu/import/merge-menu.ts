import type {
  Ingredient,
  Item,
  MenuDocument,
  ModifierGroup,
  ModifierOption,
  Section,
  Text,
  Variant,
} from '@comanda/shared';

interface Entity {
  readonly id: string;
}

/**
 * What the document has is added or updated by id, the rest of the menu stays. Texts are merged by language, so that
 * a second language only adds words.
 */
export function mergeMenu(current: MenuDocument, incoming: MenuDocument): MenuDocument {
  const fresh = current.items.length === 0 && current.sections.length === 0 && current.modifierGroups.length === 0;
  if (fresh) return incoming;
  return {
    ...current,
    languages: [...new Set([...current.languages, ...incoming.languages])],
    sections: mergeById(current.sections, incoming.sections, mergeSection),
    items: mergeById(current.items, incoming.items, mergeItem),
    modifierGroups: mergeById(current.modifierGroups, incoming.modifierGroups, mergeGroup),
    ...mergeIngredients(current.ingredients, incoming.ingredients),
  };
}

function mergeById<T extends Entity>(current: readonly T[], incoming: readonly T[], merge: (old: T, now: T) => T): T[] {
  const byId = new Map(incoming.map((entity) => [entity.id, entity]));
  const known = new Set(current.map(({ id }) => id));
  const updated = current.map((old) => {
    const now = byId.get(old.id);
    return now ? merge(old, now) : old;
  });
  return [...updated, ...incoming.filter(({ id }) => !known.has(id))];
}

function mergeSection(old: Section<Text>, now: Section<Text>): Section<Text> {
  return { ...old, ...now, ...mergeTexts(old, now), itemIds: [...new Set([...old.itemIds, ...now.itemIds])] };
}

function mergeItem(old: Item<Text>, now: Item<Text>): Item<Text> {
  return { ...old, ...now, ...mergeTexts(old, now), variants: mergeById(old.variants, now.variants, mergeVariant) };
}

function mergeVariant(old: Variant<Text>, now: Variant<Text>): Variant<Text> {
  return { ...old, ...now, ...mergeName(old.name, now.name) };
}

function mergeGroup(old: ModifierGroup<Text>, now: ModifierGroup<Text>): ModifierGroup<Text> {
  return {
    ...old,
    ...now,
    name: { ...old.name, ...now.name },
    options: mergeById(old.options, now.options, mergeOption),
  };
}

function mergeOption(old: ModifierOption<Text>, now: ModifierOption<Text>): ModifierOption<Text> {
  return { ...old, ...now, ...mergeName(old.name, now.name) };
}

function mergeIngredients(
  current: readonly Ingredient<Text>[] | undefined,
  incoming: readonly Ingredient<Text>[] | undefined,
): Pick<MenuDocument, 'ingredients'> {
  if (current === undefined && incoming === undefined) return {};
  const merge = (old: Ingredient<Text>, now: Ingredient<Text>): Ingredient<Text> => ({
    ...old,
    ...now,
    name: { ...old.name, ...now.name },
  });
  return { ingredients: mergeById(current ?? [], incoming ?? [], merge) };
}

interface Described {
  readonly name: Text;
  readonly description?: Text;
}

function mergeTexts(old: Described, now: Described): Described {
  const description = { ...old.description, ...now.description };
  const described = old.description !== undefined || now.description !== undefined;
  return { name: { ...old.name, ...now.name }, ...(described ? { description } : {}) };
}

function mergeName(old: Text | undefined, now: Text | undefined): { name?: Text } {
  return old === undefined && now === undefined ? {} : { name: { ...old, ...now } };
}
