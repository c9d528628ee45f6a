import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal } from '@angular/core';
import {
  type EditOutcome,
  type IngredientRequest,
  type MenuDocument,
  type RecipeLine,
  type StockUnit,
  type Target,
} from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { SessionStore } from '../../core/session/session-store';
import { OfficeFeed } from '../live/office-feed';
import { sayIn } from './recipe-parts';

/** Ingredients and recipes as the menu holds them, and the ways to change them. */
@Injectable()
export class RecipesStore {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly menus = httpResource<MenuDocument>(() => {
    const id = this.session.locationId();
    return id === null ? undefined : apiUrl('/locations', id, 'menu-document');
  });
  private readonly known = linkedSignal<MenuDocument | null, MenuDocument | null>({
    source: () => (this.menus.hasValue() ? this.menus.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });

  /** Null until it is loaded. */
  readonly document = this.known.asReadonly();
  readonly failure = computed(() => {
    const error = this.menus.error();
    return error === undefined ? null : toApiProblem(error);
  });
  readonly ingredients = computed(() => this.known()?.ingredients ?? []);

  constructor() {
    const stop = inject(OfficeFeed).listen({
      onEvent: ({ type }) => {
        if (type === 'menu.published') this.reload();
      },
      onRefetch: () => this.reload(),
    });
    inject(DestroyRef).onDestroy(stop);
  }

  reload(): void {
    this.menus.reload();
  }

  nameOf(ingredientId: string): string {
    const document = this.known();
    const found = this.ingredients().find(({ id }) => id === ingredientId);
    return document === null || found === undefined ? ingredientId : sayIn(document)(found.name);
  }

  unitOf(ingredientId: string): StockUnit {
    return this.ingredients().find(({ id }) => id === ingredientId)?.unit ?? 'piece';
  }

  /** Each throws an ApiProblem. */
  async putRecipe({ kind, id }: Target, lines: readonly RecipeLine[]): Promise<void> {
    await this.api.put<EditOutcome>(this.url('recipes', kind, id), { lines });
    this.reload();
  }

  async putIngredient(id: string, request: IngredientRequest): Promise<void> {
    await this.api.put<EditOutcome>(this.url('ingredients', id), request);
    this.reload();
  }

  async removeIngredient(id: string): Promise<void> {
    await this.api.delete<EditOutcome>(this.url('ingredients', id));
    this.reload();
  }

  private url(...segments: readonly string[]): string {
    return apiUrl('/locations', this.session.locationId() ?? '', ...segments);
  }
}
