import { Component, inject } from '@angular/core';
import type { LanguageTag, Text } from '@comanda/shared';
import { Field, FieldControl } from '../../../ui/field/field';
import { languageName } from '../../words/language-name';
import { DishEditor } from './dish-editor';
import { DISH_TEXTS } from './dish-texts';
import { valueOf } from '../../words/value-of';
import { withText } from './text-of';

/** Name and description in each language of the menu; what is not translated says so. */
@Component({
  selector: 'app-dish-words',
  imports: [Field, FieldControl],
  template: `
    <fieldset class="part">
      <legend>{{ t.words }}</legend>
      @for (language of editor.languages(); track language) {
        <app-field
          [controlId]="editor.idAt('/name/' + language)"
          [label]="t.name(nameOf(language))"
          [error]="editor.errorAt('/name/' + language)"
        >
          <input
            appFieldControl
            autocomplete="off"
            [lang]="language"
            [value]="text('name', language)"
            (input)="type('name', language, $event)"
          />
        </app-field>
        @if (isMissing(language)) {
          <p class="warn">{{ t.untranslated }}</p>
        }
        <app-field
          [controlId]="editor.idAt('/description/' + language)"
          [label]="t.description(nameOf(language))"
          [error]="editor.errorAt('/description/' + language)"
        >
          <textarea
            appFieldControl
            rows="2"
            [lang]="language"
            [value]="text('description', language)"
            (input)="type('description', language, $event)"
          ></textarea>
        </app-field>
      }
    </fieldset>
  `,
  styleUrl: './dish-part.css',
})
export class DishWords {
  protected readonly editor = inject(DishEditor);
  protected readonly t = DISH_TEXTS;
  protected readonly nameOf = languageName;

  protected text(field: 'name' | 'description', language: LanguageTag): string {
    return this.editor.draft()?.[field][language] ?? '';
  }

  protected isMissing(language: LanguageTag): boolean {
    const { defaultLanguage } = this.editor.terms();
    return language !== defaultLanguage && this.text('name', language).trim() === '';
  }

  protected type(field: 'name' | 'description', language: LanguageTag, event: Event): void {
    const before: Text = this.editor.draft()?.[field] ?? {};
    this.editor.patch({ [field]: withText(before, language, valueOf(event)) });
  }
}
