import type { Target } from '../availability/off-sale.js';
import type { MenuIndex } from '../menu/menu-index.js';
import type { Item } from '../menu/menu.js';
import type { RecipeLine } from './recipe-line.js';
import { recipeOfOption, shareOf } from './recipe.js';
import type { Milli } from './units.js';

/** Something on sale that takes an ingredient. */
export interface Dependent {
  readonly target: Target;
  /** What one of it takes. */
  readonly quantityMilli: Milli;
}

/** All that falls when an ingredient runs out, by the ingredient's id. */
export type Dependents = ReadonlyMap<string, readonly Dependent[]>;

/**
 * Every item, size and option with what one portion takes of each ingredient. An item stands for all its sizes when
 * they share its recipe; else each size stands for itself. What only leaves something out takes nothing.
 */
export function dependentsOf<T>(index: MenuIndex<T>): Dependents {
  const dependents = new Map<string, Dependent[]>();
  const note: Note = (target, recipe, share = (milli) => milli) => {
    for (const [ingredientId, milli] of merged(recipe ?? [])) {
      const dependent = { target, quantityMilli: share(milli) };
      dependents.set(ingredientId, [...(dependents.get(ingredientId) ?? []), dependent]);
    }
  };
  for (const item of index.items.values()) noteItem(item, note);
  for (const { group, option } of index.options.values()) {
    if (group.kind === 'removal') continue;
    note({ kind: 'option', id: option.id }, recipeOfOption(index, option), (milli) => shareOf(group, milli));
  }
  return dependents;
}

/** Something that cannot be made, and the ids of the ingredients that it lacks. */
export interface Shortfall {
  readonly target: Target;
  readonly lacking: readonly string[];
}

/** What cannot be made any more with what is there, and why. Ingredients that are not counted never run out. */
export function shortfallsOf(dependents: Dependents, onHand: ReadonlyMap<string, Milli>): Shortfall[] {
  const off = new Map<string, { target: Target; lacking: string[] }>();
  for (const [ingredientId, left] of onHand) {
    for (const { target, quantityMilli } of dependents.get(ingredientId) ?? []) {
      if (quantityMilli <= left) continue;
      const key = `${target.kind} ${target.id}`;
      const known = off.get(key);
      if (known) known.lacking.push(ingredientId);
      else off.set(key, { target, lacking: [ingredientId] });
    }
  }
  return [...off.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, shortfall]) => shortfall);
}

/** The targets that cannot be made any more with what is there. */
export function cannotBeMade(dependents: Dependents, onHand: ReadonlyMap<string, Milli>): Target[] {
  return shortfallsOf(dependents, onHand).map(({ target }) => target);
}

type Note = (target: Target, recipe: readonly RecipeLine[] | undefined, share?: (milli: Milli) => Milli) => void;

function noteItem<T>(item: Item<T>, note: Note): void {
  if (item.variants.every(({ recipe }) => recipe === undefined)) {
    note({ kind: 'item', id: item.id }, item.recipe);
    return;
  }
  for (const variant of item.variants) note({ kind: 'variant', id: variant.id }, variant.recipe ?? item.recipe);
}

function merged(recipe: readonly RecipeLine[]): Map<string, Milli> {
  const needs = new Map<string, Milli>();
  for (const { ingredientId, quantityMilli = 0 } of recipe) {
    needs.set(ingredientId, (needs.get(ingredientId) ?? 0) + quantityMilli);
  }
  return needs;
}
