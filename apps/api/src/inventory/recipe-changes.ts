import type { Ingredient, MenuDocument, RecipeLine, Target, Text } from '@comanda/shared';
import { DomainError } from '../platform/http/index.js';

/** The document with the ingredient added or replaced. */
export function withIngredient(document: MenuDocument, ingredient: Ingredient<Text>): MenuDocument {
  const known = document.ingredients ?? [];
  const ingredients = known.some(({ id }) => id === ingredient.id)
    ? known.map((each) => (each.id === ingredient.id ? ingredient : each))
    : [...known, ingredient];
  return { ...document, ingredients };
}

/** The document without the ingredient; throws `in_use` naming the recipes that need it, and `not_found`. */
export function withoutIngredient(document: MenuDocument, ingredientId: string): MenuDocument {
  const ingredients = document.ingredients ?? [];
  if (!ingredients.some(({ id }) => id === ingredientId)) {
    throw new DomainError('not_found', 'There is no such ingredient.');
  }
  const users = recipesIn(document).filter(({ lines }) => lines.some((line) => line.ingredientId === ingredientId));
  if (users.length > 0) {
    throw new DomainError(
      'in_use',
      'Recipes need this ingredient. Take it out of them first.',
      users.map(({ target }) => ({
        pointer: '',
        code: 'in_use',
        detail: `The recipe of the ${target.kind} ${target.id} needs it.`,
        resource: `${target.kind}/${target.id}`,
      })),
    );
  }
  return { ...document, ingredients: ingredients.filter(({ id }) => id !== ingredientId) };
}

/** The document in which the target has this recipe; an empty one takes it away. Throws `not_found`. */
export function withRecipe(document: MenuDocument, target: Target, lines: readonly RecipeLine[]): MenuDocument {
  let found = false;
  const cook = <Cooked extends { readonly id: string; readonly recipe?: readonly RecipeLine[] }>(
    kind: Target['kind'],
    entity: Cooked,
  ): Cooked => {
    if (kind !== target.kind || entity.id !== target.id) return entity;
    found = true;
    const { recipe: _old, ...rest } = entity;
    return (lines.length === 0 ? rest : { ...rest, recipe: lines }) as Cooked;
  };
  const after = {
    ...document,
    items: document.items.map((item) => ({
      ...cook('item', item),
      variants: item.variants.map((variant) => cook('variant', variant)),
    })),
    modifierGroups: document.modifierGroups.map((group) => ({
      ...group,
      options: group.options.map((option) => cook('option', option)),
    })),
  };
  if (!found) throw new DomainError('not_found', 'There is no such item, variant or option on the menu.');
  return after;
}

/** Every recipe of the document. */
export function recipesIn({ items, modifierGroups }: MenuDocument): { target: Target; lines: readonly RecipeLine[] }[] {
  const of = (kind: Target['kind'], { id, recipe }: { id: string; recipe?: readonly RecipeLine[] }) =>
    recipe ? [{ target: { kind, id }, lines: recipe }] : [];
  return [
    ...items.flatMap((item) => [...of('item', item), ...item.variants.flatMap((variant) => of('variant', variant))]),
    ...modifierGroups.flatMap(({ options }) => options.flatMap((option) => of('option', option))),
  ];
}
