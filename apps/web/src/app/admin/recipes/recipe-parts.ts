import { textIn, type MenuDocument, type RecipeLine, type Target } from '@comanda/shared';
import { RECIPE_TEXTS } from './recipe-texts';

/** One recipe that belongs to a dish: its own, that of a size, that of something chosen with it. */
export interface RecipePart {
  readonly target: Target;
  readonly label: string;
  readonly lines: readonly RecipeLine[];
  /** True for what leaves something out: an empty amount takes all of it away. */
  readonly takesAway: boolean;
}

/** The dish, its sizes where there are several, and all that is chosen with it or left out of it. */
export function partsOf(document: MenuDocument, itemId: string): readonly RecipePart[] {
  const item = document.items.find(({ id }) => id === itemId);
  if (item === undefined) return [];
  const say = sayIn(document);
  const dish: RecipePart = {
    target: { kind: 'item', id: item.id },
    label: say(item.name),
    lines: item.recipe ?? [],
    takesAway: false,
  };
  const sizes = item.variants.length < 2 ? [] : item.variants;
  const groups = document.modifierGroups.filter(({ id }) => item.modifierGroupIds.includes(id));
  return [
    dish,
    ...sizes.map(({ id, name, recipe }): RecipePart => ({
      target: { kind: 'variant', id },
      label: RECIPE_TEXTS.ofSize(name === undefined ? id : say(name)),
      lines: recipe ?? [],
      takesAway: false,
    })),
    ...groups.flatMap(({ name: group, kind, options }) =>
      options.map(({ id, name, itemId: own, recipe }): RecipePart => {
        const dishName = document.items.find((each) => each.id === own)?.name;
        const words = name ?? dishName;
        const takesAway = kind === 'removal';
        const label = takesAway ? RECIPE_TEXTS.ofRemoval : RECIPE_TEXTS.ofOption;
        return {
          target: { kind: 'option', id },
          label: label(say(group), words === undefined ? id : say(words)),
          lines: recipe ?? [],
          takesAway,
        };
      }),
    ),
  ];
}

/** An id that no other ingredient has, made from the name: `Burger bun` is `burger-bun`. */
export function ingredientIdOf(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const base = plain === '' ? 'ingredient' : plain;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

export function sayIn({ defaultLanguage }: MenuDocument): (text: Parameters<typeof textIn>[0]) => string {
  return (text) => textIn(text, defaultLanguage, defaultLanguage);
}
