import { Component, input, linkedSignal, output, signal } from '@angular/core';
import {
  ALLERGENS,
  LIMITS,
  STOCK_UNITS,
  type Allergen,
  type Ingredient,
  type IngredientRequest,
  type StockUnit,
  type Text,
} from '@comanda/shared';
import { ALLERGEN_WORDS } from '../../ui/allergens/allergen-words';
import { Field, FieldControl } from '../../ui/field/field';
import { RECIPE_TEXTS } from './recipe-texts';
import { valueOf } from '../words/value-of';

/** One ingredient: its name, the unit in which it is counted, and what it contains. */
@Component({
  selector: 'app-ingredient-form',
  imports: [Field, FieldControl],
  templateUrl: './ingredient-form.html',
  styleUrl: './ingredient-form.css',
})
export class IngredientForm {
  /** Null makes a new one. */
  readonly ingredient = input.required<Ingredient<Text> | null>();
  readonly language = input.required<string>();
  readonly busy = input.required<boolean>();
  readonly failure = input<string | null>(null);
  readonly saved = output<{ readonly name: string; readonly request: IngredientRequest }>();

  protected readonly textOf = valueOf;
  protected readonly t = RECIPE_TEXTS;
  protected readonly units = STOCK_UNITS;
  protected readonly all = ALLERGENS;
  protected readonly words = ALLERGEN_WORDS;
  protected readonly limits = LIMITS;
  protected readonly name = linkedSignal(() => this.ingredient()?.name[this.language()] ?? '');
  protected readonly unit = linkedSignal<StockUnit>(() => this.ingredient()?.unit ?? 'g');
  protected readonly declared = linkedSignal(() => this.ingredient()?.allergens !== undefined);
  protected readonly allergens = linkedSignal<ReadonlySet<Allergen>>(() => new Set(this.ingredient()?.allergens));
  protected readonly nameError = signal<string | null>(null);

  protected toggle(allergen: Allergen): void {
    this.allergens.update((before) => {
      const after = new Set(before);
      if (!after.delete(allergen)) after.add(allergen);
      return after;
    });
    this.declared.set(true);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const name = this.name().trim();
    this.nameError.set(name === '' ? this.t.nameMissing : null);
    if (name === '') return;
    const chosen = this.allergens();
    this.saved.emit({
      name,
      request: {
        name: { ...this.ingredient()?.name, [this.language()]: name },
        unit: this.unit(),
        ...(this.declared() ? { allergens: this.all.filter((each) => chosen.has(each)) } : {}),
      },
    });
  }
}
