import { Component, computed, inject } from '@angular/core';
import { pointer } from '@comanda/shared';
import { WeeklyTimesEditor } from '../../weekly-times/weekly-times';
import type { TimesField, WeeklyTimes } from '../../weekly-times/weekly-times-draft';
import { DishEditor } from './dish-editor';
import { DISH_TEXTS } from './dish-texts';

const at = (index: number, field: TimesField): string => pointer('availability', index, field);

/** On which weekdays and at what time the dish is on sale. */
@Component({
  selector: 'app-dish-times',
  imports: [WeeklyTimesEditor],
  template: `
    <fieldset class="part">
      <legend>{{ t.times }}</legend>
      <app-weekly-times
        [times]="times()"
        [empty]="t.always"
        [begin]="lunch"
        [idOf]="idOf"
        [errorOf]="errorOf"
        (changed)="change($event)"
      />
    </fieldset>
  `,
  styleUrl: './dish-part.css',
})
export class DishTimes {
  private readonly editor = inject(DishEditor);
  protected readonly t = DISH_TEXTS;
  protected readonly lunch = { from: '12:00', to: '15:00' };
  protected readonly times = computed(() => this.editor.draft()?.times ?? []);
  protected readonly idOf = (index: number, field: TimesField): string => this.editor.idAt(at(index, field));
  protected readonly errorOf = (index: number, field: TimesField): string | null =>
    this.editor.errorAt(at(index, field));

  protected change(change: (times: readonly WeeklyTimes[]) => readonly WeeklyTimes[]): void {
    this.editor.patch({ times: change(this.times()) });
  }
}
