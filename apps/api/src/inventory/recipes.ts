import { Injectable } from '@nestjs/common';
import type { EditOutcome, IngredientRequest, MenuDocument, RecipeLine, RecipeView, Target } from '@comanda/shared';
import { GuardedEditing, MenuStore } from '../menu/index.js';
import { recipesIn, withIngredient, withoutIngredient, withRecipe } from './recipe-changes.js';

interface RecipeEdit {
  readonly change: (document: MenuDocument) => MenuDocument;
  readonly target: { readonly kind: string; readonly id: string };
  readonly summary: string;
  readonly by: string;
}

/** Ingredients and recipes are part of the menu: every edit is a revision that can be undone. */
@Injectable()
export class Recipes {
  constructor(
    private readonly menus: MenuStore,
    private readonly editing: GuardedEditing,
  ) {}

  async list(locationId: string): Promise<RecipeView[]> {
    return recipesIn((await this.menus.current(locationId)).document);
  }

  async putIngredient(locationId: string, id: string, request: IngredientRequest, by: string): Promise<EditOutcome> {
    const { name, unit, allergens } = request;
    return this.#edit(locationId, {
      change: (document) =>
        withIngredient(document, { id, name, unit, ...(allergens === undefined ? {} : { allergens }) }),
      target: { kind: 'ingredient', id },
      summary: `Changed the ingredient ${id}`,
      by,
    });
  }

  async removeIngredient(locationId: string, id: string, by: string): Promise<EditOutcome> {
    return this.#edit(locationId, {
      change: (document) => withoutIngredient(document, id),
      target: { kind: 'ingredient', id },
      summary: `Removed the ingredient ${id}`,
      by,
    });
  }

  async putRecipe(locationId: string, target: Target, lines: readonly RecipeLine[], by: string): Promise<EditOutcome> {
    return this.#edit(locationId, {
      change: (document) => withRecipe(document, target, lines),
      target,
      summary: `Changed the recipe of the ${target.kind} ${target.id}`,
      by,
    });
  }

  async #edit(locationId: string, { change, target, summary, by }: RecipeEdit): Promise<EditOutcome> {
    const isTarget = ({ kind, id }: { kind: string; id: string }): boolean => kind === target.kind && id === target.id;
    const { revision, findings } = await this.editing.edit(locationId, {
      change,
      isEdited: isTarget,
      pointerOf: (entity) => (isTarget(entity) ? '' : undefined),
      summary: () => summary,
      by,
    });
    return { revision, findings };
  }
}
