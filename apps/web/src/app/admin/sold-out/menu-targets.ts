import { textIn, type MenuDocument, type SuspendableKind } from '@comanda/shared';

/** Something that can be taken off sale, with the words by which people find it. */
export interface SaleTarget {
  readonly kind: SuspendableKind;
  readonly id: string;
  readonly name: string;
  /** Where it belongs: the section of a dish, the dish of a size, the group of an option. */
  readonly context: string;
  /** The dish by which its rows stand together. */
  readonly itemId: string | null;
}

export function keyOf({ kind, id }: Pick<SaleTarget, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** All dishes, their sizes where there are several, and all options, in the order of the menu. */
export function targetsOf(document: MenuDocument): readonly SaleTarget[] {
  const { defaultLanguage: language } = document;
  const say = (text: Parameters<typeof textIn>[0] | undefined) =>
    text === undefined ? '' : textIn(text, language, language);
  const sectionOf = new Map(
    document.sections.flatMap((each) => each.itemIds.map((id) => [id, say(each.name)] as const)),
  );
  const nameOf = new Map(document.items.map((item) => [item.id, say(item.name)]));
  const dishes = document.items.flatMap((item): SaleTarget[] => {
    const name = say(item.name);
    const dish = { kind: 'item', id: item.id, name, context: sectionOf.get(item.id) ?? '', itemId: item.id } as const;
    if (item.variants.length < 2) return [dish];
    const sizes = item.variants.map(
      (variant) =>
        ({ kind: 'variant', id: variant.id, name: say(variant.name), context: name, itemId: item.id }) as const,
    );
    return [dish, ...sizes];
  });
  const options = document.modifierGroups.flatMap((group) =>
    group.options.map((option): SaleTarget => {
      const own = say(option.name);
      const name = own === '' ? (nameOf.get(option.itemId ?? '') ?? option.id) : own;
      return { kind: 'option', id: option.id, name, context: say(group.name), itemId: null };
    }),
  );
  return [...dishes, ...options];
}

/** Choices that go with a dish, because they are that dish: names of the groups in which it can be chosen. */
export function alsoFalls(document: MenuDocument, itemId: string): readonly string[] {
  const { defaultLanguage: language } = document;
  return document.modifierGroups
    .filter((group) => group.options.some((option) => option.itemId === itemId))
    .map((group) => textIn(group.name, language, language));
}

/** True when every word that was typed stands in the target's name or context. */
export function isAbout(target: SaleTarget, text: string): boolean {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const where = plain(`${target.name} ${target.context}`);
  return words.every((word) => where.includes(word));
}

/** `Crème Brûlée` is found by `creme brulee`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
