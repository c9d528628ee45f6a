import type { Item, ModifierGroup, PutGroupRequest, PutItemRequest, Text } from '@comanda/shared';

interface Cooked {
  readonly recipe?: unknown;
}

/** An item whose client says nothing of recipes keeps those that it has, also those of its sizes; null takes one away. */
export function withRecipesOf(old: Item<Text> | undefined, request: PutItemRequest): PutItemRequest {
  return { ...withRecipe(old, request), variants: withRecipes(old?.variants, request.variants) };
}

/** The same for the options of a group. */
export function withOptionRecipesOf(old: ModifierGroup<Text> | undefined, request: PutGroupRequest): PutGroupRequest {
  return { ...request, options: withRecipes(old?.options, request.options) };
}

function withRecipes<Part extends Cooked & { readonly id: string }>(
  olds: readonly Part[] | undefined,
  parts: readonly Part[],
): Part[] {
  return parts.map((part) =>
    withRecipe(
      olds?.find(({ id }) => id === part.id),
      part,
    ),
  );
}

function withRecipe<Entity extends Cooked>(old: Cooked | undefined, entity: Entity): Entity {
  return entity.recipe === undefined && old?.recipe !== undefined ? { ...entity, recipe: old.recipe } : entity;
}
