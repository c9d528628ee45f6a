import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { LIMITS, type RecipeLine } from '@comanda/shared';
import { milliText, parseMilli, unitsFor } from '../stock/amounts';
import type { RecipePart } from './recipe-parts';
import { RECIPE_TEXTS } from './recipe-texts';
import { RecipesStore } from './recipes-store';
import { valueOf } from '../words/value-of';

interface Draft {
  readonly ingredientId: string;
  readonly text: string;
  readonly unit: string;
}

/** What one portion of something takes from the stock. */
@Component({
  selector: 'app-recipe-editor',
  templateUrl: './recipe-editor.html',
  styleUrl: './recipe-editor.css',
})
export class RecipeEditor {
  readonly part = input.required<RecipePart>();
  readonly disabled = input.required<boolean>();
  readonly saved = output<readonly RecipeLine[]>();

  protected readonly textOf = valueOf;
  protected readonly store = inject(RecipesStore);
  protected readonly t = RECIPE_TEXTS;
  protected readonly unitsFor = unitsFor;
  protected readonly lines = linkedSignal<readonly RecipeLine[], readonly Draft[]>({
    source: () => this.part().lines,
    computation: (lines, previous) =>
      previous !== undefined && same(previous.source, lines) ? previous.value : lines.map((line) => this.draftOf(line)),
  });
  protected readonly failure = signal<string | null>(null);
  protected readonly free = computed(() => {
    const used = new Set(this.lines().map(({ ingredientId }) => ingredientId));
    return this.lines().length >= LIMITS.recipeLines ? [] : this.store.ingredients().filter(({ id }) => !used.has(id));
  });
  protected readonly changed = computed(() => {
    const read = this.read();
    return read === null || !same(read, this.part().lines);
  });

  protected add(event: Event): void {
    const select = event.target as HTMLSelectElement;
    const found = this.store.ingredients().find(({ id }) => id === select.value);
    select.value = '';
    if (found === undefined) return;
    this.lines.update((lines) => [...lines, { ingredientId: found.id, text: '', unit: found.unit }]);
  }

  protected remove(ingredientId: string): void {
    this.lines.update((lines) => lines.filter((each) => each.ingredientId !== ingredientId));
  }

  protected write(ingredientId: string, change: Partial<Draft>): void {
    this.failure.set(null);
    this.lines.update((lines) =>
      lines.map((each) => (each.ingredientId === ingredientId ? { ...each, ...change } : each)),
    );
  }

  protected save(event: Event): void {
    event.preventDefault();
    if (this.disabled() || !this.changed()) return;
    const lines = this.read();
    if (lines === null) return this.failure.set(this.t.amountWrong);
    this.failure.set(null);
    this.saved.emit(lines);
  }

  /** Null while an amount is no amount. */
  private read(): readonly RecipeLine[] | null {
    const lines = this.lines().map(({ ingredientId, text, unit }): RecipeLine | null => {
      if (text.trim() === '' && this.part().takesAway) return { ingredientId };
      const quantityMilli = parseMilli(text, unit, this.store.unitOf(ingredientId));
      return quantityMilli === null || quantityMilli === 0 ? null : { ingredientId, quantityMilli };
    });
    return lines.includes(null) ? null : lines.filter((line) => line !== null);
  }

  private draftOf({ ingredientId, quantityMilli }: RecipeLine): Draft {
    const text = quantityMilli === undefined ? '' : milliText(quantityMilli);
    return { ingredientId, text, unit: this.store.unitOf(ingredientId) };
  }
}

function same(one: readonly RecipeLine[], other: readonly RecipeLine[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
