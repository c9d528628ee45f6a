import { Component, Directive, booleanAttribute, computed, inject, input } from '@angular/core';

/** A label, a hint and an error around one control that carries `appFieldControl`. */
@Component({
  selector: 'app-field',
  template: `
    <label [attr.for]="controlId()">
      {{ label() }}
      @if (optional()) {
        <span class="optional">{{ optionalLabel }}</span>
      }
    </label>
    @if (hint(); as text) {
      <p class="hint" [id]="controlId() + '-hint'">{{ text }}</p>
    }
    <ng-content />
    @if (error(); as text) {
      <p class="error" [id]="controlId() + '-error'">{{ text }}</p>
    }
  `,
  styleUrl: './field.css',
})
export class Field {
  readonly controlId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** The one sentence to show, or nothing while there is nothing to say. */
  readonly error = input<string | null | undefined>();
  readonly optional = input(false, { transform: booleanAttribute });
  protected readonly optionalLabel = $localize`:@@ui.field.optional:optional`;

  /** Ids of what describes the control. */
  readonly describedBy = computed(() => {
    const ids = [
      ...(this.hint() === undefined ? [] : [`${this.controlId()}-hint`]),
      ...(this.error() ? [`${this.controlId()}-error`] : []),
    ];
    return ids.length === 0 ? null : ids.join(' ');
  });
}

/** Ties an input, textarea or select to the field around it. */
@Directive({
  selector: '[appFieldControl]',
  host: {
    class: 'input',
    '[id]': 'field.controlId()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? true : null',
  },
})
export class FieldControl {
  protected readonly field = inject(Field);
}
