import { Component, input, output } from '@angular/core';
import { ALLERGENS, type Allergen } from '@comanda/shared';
import { ALLERGEN_WORDS } from './allergen-words';

/** What somebody is allergic to, one word to tap for each. The place around it says whose they are. */
@Component({
  selector: 'app-allergen-picker',
  template: `
    @for (each of allergens; track each.allergen) {
      <label class="chip">
        <input type="checkbox" [checked]="chosen().includes(each.allergen)" (change)="toggled.emit(each.allergen)" />
        <span>{{ each.words }}</span>
      </label>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
  `,
})
export class AllergenPicker {
  readonly chosen = input.required<readonly Allergen[]>();
  readonly toggled = output<Allergen>();

  protected readonly allergens = ALLERGENS.map((allergen) => ({ allergen, words: ALLERGEN_WORDS[allergen] }));
}
