import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { withRecipeAllergens, type Ingredient, type IngredientRequest, type Text } from '@comanda/shared';
import { indexMenu } from '@comanda/shared/pricing';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem } from '../../core/api/api-problem';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { ALLERGEN_WORDS } from '../../ui/allergens/allergen-words';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { problemWords } from '../words/problem-words';
import { IngredientForm } from './ingredient-form';
import { RecipeEditor } from './recipe-editor';
import { ingredientIdOf, partsOf, sayIn, type RecipePart } from './recipe-parts';
import { RECIPE_TEXTS } from './recipe-texts';
import { RecipesStore } from './recipes-store';

type Lines = RecipePart['lines'];

/** What dishes are made of, dish by dish, and the ingredients themselves. */
@Component({
  selector: 'app-recipes-page',
  imports: [Banner, DialogSheet, Icon, IngredientForm, RecipeEditor],
  providers: [RecipesStore],
  templateUrl: './recipes-page.html',
  styleUrls: ['../stock/stock.css', './recipes-page.css', '../shell/office-list.css'],
})
export class RecipesPage {
  readonly dish = input<string>();

  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(SessionStore);
  protected readonly store = inject(RecipesStore);
  protected readonly online = inject(Connectivity).online;
  protected readonly t = RECIPE_TEXTS;
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly formFailure = signal<string | null>(null);
  /** The ingredient in the sheet; `new` makes one. */
  protected readonly chosen = signal<Ingredient<Text> | 'new' | null>(null);
  protected readonly mayEdit = computed(() => this.session.may('menu.edit'));
  protected readonly disabled = computed(() => !this.mayEdit() || !this.online() || this.busy());
  protected readonly dishes = computed(() => {
    const document = this.store.document();
    if (document === null) return [];
    const say = sayIn(document);
    return document.items.map(({ id, name, recipe, variants }) => ({
      id,
      label: recipe || variants.some((each) => each.recipe) ? this.t.withRecipe(say(name)) : say(name),
    }));
  });
  protected readonly parts = computed(() => {
    const [document, dish] = [this.store.document(), this.dish()];
    return document === null || dish === undefined ? [] : partsOf(document, dish);
  });
  /** What the dish declares by its ingredients. */
  protected readonly contains = computed(() => {
    const [document, dish] = [this.store.document(), this.dish()];
    if (document === null || dish === undefined || this.parts()[0]?.lines.length === 0) return '';
    const allergens = indexMenu(withRecipeAllergens(document)).items.get(dish)?.allergens ?? [];
    return allergens.map((each) => ALLERGEN_WORDS[each]).join(', ');
  });

  protected pick(event: Event): void {
    const dish = (event.target as HTMLSelectElement).value;
    this.failure.set(null);
    void this.router.navigate([], { queryParams: { dish: dish || null } });
  }

  protected open(ingredient: Ingredient<Text> | 'new'): void {
    this.formFailure.set(null);
    this.chosen.set(ingredient);
  }

  protected allergensOf({ allergens }: Ingredient<Text>): string {
    if (allergens === undefined) return this.t.noneDeclared;
    return allergens.length === 0 ? this.t.containsNone : allergens.map((each) => ALLERGEN_WORDS[each]).join(', ');
  }

  protected async saveRecipe({ target, label }: RecipePart, lines: Lines): Promise<void> {
    this.failure.set(await this.trying(() => this.store.putRecipe(target, lines), this.t.saved(label)));
  }

  protected async saveIngredient(name: string, request: IngredientRequest): Promise<void> {
    const chosen = this.chosen();
    const taken = this.store.ingredients().map(({ id }) => id);
    const id = chosen === 'new' || chosen === null ? ingredientIdOf(name, taken) : chosen.id;
    const fault = await this.trying(() => this.store.putIngredient(id, request), this.t.ingredientSaved(name));
    this.formFailure.set(fault);
    if (fault === null) this.chosen.set(null);
  }

  protected async remove({ id }: Ingredient<Text>): Promise<void> {
    const name = this.store.nameOf(id);
    this.failure.set(await this.trying(() => this.store.removeIngredient(id), this.t.ingredientRemoved(name)));
  }

  /** What went wrong, in words. */
  private async trying(work: () => Promise<void>, done: string): Promise<string | null> {
    if (this.disabled()) return null;
    this.busy.set(true);
    try {
      await work();
      this.announcer.polite(done);
      this.toasts.show({ text: done });
      return null;
    } catch (error) {
      return problemWords(toApiProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
