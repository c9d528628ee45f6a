import { Component, computed, inject } from '@angular/core';
import { ADDITIVES, ALLERGENS, DIET_TAGS } from '@comanda/shared';
import { ADDITIVE_NAMES, ALLERGEN_NAMES, DIET_NAMES } from '../../words/dietary-names';
import { DishEditor } from './dish-editor';
import { DISH_TEXTS } from './dish-texts';
import { WordChips } from './word-chips';

/** What the house declares about the dish. */
@Component({
  selector: 'app-dish-declarations',
  imports: [WordChips],
  template: `
    @let dish = draft();
    <fieldset class="part">
      <legend>{{ t.declarations }}</legend>
      <app-word-chips
        [groupId]="editor.idAt('/allergens')"
        [label]="t.allergens"
        [words]="allergens"
        [names]="allergenNames"
        [value]="dish?.allergens ?? null"
        [noneLabel]="t.none"
        [undeclared]="t.undeclared"
        [error]="editor.errorAt('/allergens')"
        (changed)="editor.patch({ allergens: $event })"
      />
      <app-word-chips
        [groupId]="editor.idAt('/dietTags')"
        [label]="t.dietTags"
        [words]="dietTags"
        [names]="dietNames"
        [value]="dish?.dietTags ?? null"
        [noneLabel]="t.none"
        [error]="editor.errorAt('/dietTags')"
        (changed)="editor.patch({ dietTags: $event })"
      />
      <app-word-chips
        [groupId]="editor.idAt('/additives')"
        [label]="t.additives"
        [words]="additives"
        [names]="additiveNames"
        [value]="dish?.additives ?? null"
        [noneLabel]="t.none"
        [error]="editor.errorAt('/additives')"
        (changed)="editor.patch({ additives: $event })"
      />
    </fieldset>
  `,
  styleUrl: './dish-part.css',
})
export class DishDeclarations {
  protected readonly editor = inject(DishEditor);
  protected readonly t = DISH_TEXTS;
  protected readonly draft = computed(() => this.editor.draft());
  protected readonly allergens = ALLERGENS;
  protected readonly allergenNames = ALLERGEN_NAMES;
  protected readonly additives = ADDITIVES;
  protected readonly additiveNames = ADDITIVE_NAMES;
  protected readonly dietTags = DIET_TAGS;
  protected readonly dietNames = DIET_NAMES;
}
