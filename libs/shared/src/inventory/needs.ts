import type { MenuIndex } from '../menu/menu-index.js';
import type { ModifierGroup, ModifierOption } from '../menu/menu.js';
import type { RecipeLine } from './recipe-line.js';
import { recipeOf, recipeOfOption, shareOf } from './recipe.js';
import type { Milli } from './units.js';

/** Amounts by ingredient. */
export type Needs = ReadonlyMap<string, Milli>;

/** A dish as it was chosen; baskets, priced lines and stored orders have this shape. */
export interface ChosenDish {
  readonly itemId: string;
  readonly variantId?: string;
  readonly quantity: number;
  readonly options?: readonly ChosenOption[];
}

export interface ChosenOption {
  readonly optionId: string;
  /** In one unit of the dish; 1 when absent. */
  readonly quantity?: number;
  readonly options?: readonly ChosenOption[];
}

/**
 * What the dishes take from the stock together, by ingredient and sorted by its id, the order in which rows are
 * locked. What a guest leaves out is taken away from the dish's own recipe before extras are added, so that "no
 * cheese, extra cheese" is the extra one.
 */
export function needsOf<T>(index: MenuIndex<T>, dishes: readonly ChosenDish[]): Needs {
  const total = new Map<string, Milli>();
  for (const dish of dishes) addAll(total, needsOfDish(index, dish), dish.quantity);
  return new Map([...total].filter(([, milli]) => milli > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function needsOfDish<T>(index: MenuIndex<T>, dish: ChosenDish): Map<string, Milli> {
  const item = index.items.get(dish.itemId);
  if (!item) return new Map();
  const variant =
    dish.variantId === undefined ? item.variants[0] : item.variants.find(({ id }) => id === dish.variantId);
  return withChoices(index, recipeOf(item, variant), dish.options ?? []);
}

/** A recipe, less what is left out of it, and with what was chosen to it. */
function withChoices<T>(
  index: MenuIndex<T>,
  recipe: readonly RecipeLine[] | undefined,
  choices: readonly ChosenOption[],
): Map<string, Milli> {
  const needs = new Map<string, Milli>();
  for (const line of recipe ?? []) add(needs, line.ingredientId, line.quantityMilli ?? 0);
  const known = choices.flatMap((choice) => {
    const entry = index.options.get(choice.optionId);
    return entry ? [{ ...entry, choice }] : [];
  });
  for (const { group, option, choice } of known) {
    if (group.kind === 'removal') takeAway(needs, option.recipe ?? [], choice.quantity ?? 1);
  }
  for (const { group, option, choice } of known) {
    if (group.kind === 'removal') continue;
    const { percentOfChoice } = option;
    const taken =
      percentOfChoice === undefined ? takenBy(index, group, option, choice) : shareOfRecipe(recipe, percentOfChoice);
    addAll(needs, taken, choice.quantity ?? 1);
  }
  return needs;
}

/** What "extra" adds to the recipe of what it stands under; below zero what "light" takes off. */
function shareOfRecipe(recipe: readonly RecipeLine[] | undefined, percent: number): Map<string, Milli> {
  return new Map(
    (recipe ?? []).map(({ ingredientId, quantityMilli = 0 }) => [
      ingredientId,
      Math.round((quantityMilli * percent) / 100),
    ]),
  );
}

function takenBy<T>(
  index: MenuIndex<T>,
  group: ModifierGroup<T>,
  option: ModifierOption<T>,
  choice: ChosenOption,
): Map<string, Milli> {
  const whole = withChoices(index, recipeOfOption(index, option), choice.options ?? []);
  return new Map([...whole].map(([id, milli]) => [id, shareOf(group, milli)]));
}

function takeAway(needs: Map<string, Milli>, recipe: readonly RecipeLine[], times: number): void {
  for (const { ingredientId, quantityMilli } of recipe) {
    const there = needs.get(ingredientId);
    if (there === undefined) continue;
    needs.set(ingredientId, quantityMilli === undefined ? 0 : Math.max(0, there - quantityMilli * times));
  }
}

function addAll(total: Map<string, Milli>, needs: Needs, times: number): void {
  for (const [ingredientId, milli] of needs) add(total, ingredientId, milli * times);
}

function add(total: Map<string, Milli>, ingredientId: string, milli: Milli): void {
  total.set(ingredientId, Math.max(0, (total.get(ingredientId) ?? 0) + milli));
}
