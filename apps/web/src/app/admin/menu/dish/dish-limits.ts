import { Component, inject } from '@angular/core';
import { Field, FieldControl } from '../../../ui/field/field';
import { DishEditor } from './dish-editor';
import { DISH_TEXTS } from './dish-texts';
import { valueOf } from '../../words/value-of';

const SPICINESS = ['', '0', '1', '2', '3'] as const;

@Component({
  selector: 'app-dish-limits',
  imports: [Field, FieldControl],
  template: `
    @let dish = editor.draft();
    <fieldset class="part">
      <legend>{{ t.limits }}</legend>
      <div class="pair">
        <app-field
          [controlId]="editor.idAt('/maxPerOrder')"
          [label]="t.maxPerOrder"
          [error]="editor.errorAt('/maxPerOrder')"
        >
          <input
            appFieldControl
            inputmode="numeric"
            autocomplete="off"
            [value]="dish?.maxPerOrder ?? ''"
            (input)="editor.patch({ maxPerOrder: valueOf($event) })"
          />
        </app-field>
        <app-field
          [controlId]="editor.idAt('/leadMinutes')"
          [label]="t.leadMinutes"
          [hint]="t.leadHint"
          [error]="editor.errorAt('/leadMinutes')"
        >
          <input
            appFieldControl
            inputmode="numeric"
            autocomplete="off"
            [value]="dish?.leadMinutes ?? ''"
            (input)="editor.patch({ leadMinutes: valueOf($event) })"
          />
        </app-field>
        <app-field
          [controlId]="editor.idAt('/cutoffMinute')"
          [label]="t.cutoffMinute"
          [error]="editor.errorAt('/cutoffMinute')"
        >
          <input
            appFieldControl
            type="time"
            [value]="dish?.cutoffMinute ?? ''"
            (input)="editor.patch({ cutoffMinute: valueOf($event) })"
          />
        </app-field>
        <app-field
          [controlId]="editor.idAt('/energyKcal')"
          [label]="t.energyKcal"
          [error]="editor.errorAt('/energyKcal')"
        >
          <input
            appFieldControl
            inputmode="numeric"
            autocomplete="off"
            [value]="dish?.energyKcal ?? ''"
            (input)="editor.patch({ energyKcal: valueOf($event) })"
          />
        </app-field>
        <app-field [controlId]="editor.idAt('/spiciness')" [label]="t.spiciness" [error]="editor.errorAt('/spiciness')">
          <select appFieldControl (change)="editor.patch({ spiciness: valueOf($event) })">
            @for (value of spiciness; track value) {
              <option [value]="value" [selected]="dish?.spiciness === value">{{ t.spicinessNames[$index] }}</option>
            }
          </select>
        </app-field>
      </div>
      <label class="check">
        <input
          class="tick"
          type="checkbox"
          [id]="editor.idAt('/onlyAsOption')"
          [checked]="dish?.onlyAsOption ?? false"
          (change)="editor.patch({ onlyAsOption: !(dish?.onlyAsOption ?? false) })"
        />
        {{ t.onlyAsOption }}
      </label>
      @if (editor.errorAt('/onlyAsOption'); as text) {
        <p class="error">{{ text }}</p>
      }
    </fieldset>
  `,
  styleUrl: './dish-part.css',
})
export class DishLimits {
  protected readonly editor = inject(DishEditor);
  protected readonly t = DISH_TEXTS;
  protected readonly valueOf = valueOf;
  protected readonly spiciness = SPICINESS;
}
