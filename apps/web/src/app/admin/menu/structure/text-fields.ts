import { Component, input, output } from '@angular/core';
import type { LanguageTag, Text } from '@comanda/shared';
import { Field, FieldControl } from '../../../ui/field/field';
import { languageName } from '../../words/language-name';
import { controlIdOf } from '../dish/field-faults';
import { valueOf } from '../../words/value-of';
import { withText } from '../dish/text-of';

/** A text in each language of the menu, a field each. */
@Component({
  selector: 'app-text-fields',
  imports: [Field, FieldControl],
  template: `
    @for (language of languages(); track language) {
      <app-field
        [controlId]="controlIdOf(form(), pointer() + '/' + language)"
        [label]="label()(languageName(language))"
        [error]="errorAt()(pointer() + '/' + language)"
      >
        <input
          appFieldControl
          autocomplete="off"
          [lang]="language"
          [value]="text()[language] ?? ''"
          (input)="changed.emit(withText(text(), language, valueOf($event)))"
        />
      </app-field>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
  `,
})
export class TextFields {
  readonly form = input.required<string>();
  readonly pointer = input.required<string>();
  readonly label = input.required<(language: string) => string>();
  readonly languages = input.required<readonly LanguageTag[]>();
  readonly text = input.required<Text>();
  readonly errorAt = input.required<(pointer: string) => string | null>();
  readonly changed = output<Text>();

  protected readonly controlIdOf = controlIdOf;
  protected readonly languageName = languageName;
  protected readonly valueOf = valueOf;
  protected readonly withText = withText;
}
