import { Component, computed, inject } from '@angular/core';
import { textIn, type LanguageTag } from '@comanda/shared';
import { Announcer } from '../../../core/a11y/announcer';
import { Field, FieldControl } from '../../../ui/field/field';
import { Icon } from '../../../ui/icon/icon';
import { MoveButtons } from '../../shell/move-buttons';
import { languageName } from '../../words/language-name';
import { moved, replaced } from '../../words/moved';
import { newSize, type SizeDraft } from './dish-draft';
import { DishEditor } from './dish-editor';
import { DISH_TEXTS } from './dish-texts';
import { valueOf } from '../../words/value-of';
import { withText } from './text-of';

/** What one pays: a dish has one price, or sizes with one each, in the order in which guests see them. */
@Component({
  selector: 'app-dish-sizes',
  imports: [Field, FieldControl, Icon, MoveButtons],
  templateUrl: './dish-sizes.html',
  styleUrl: './dish-part.css',
})
export class DishSizes {
  private readonly announcer = inject(Announcer);
  protected readonly editor = inject(DishEditor);
  protected readonly t = DISH_TEXTS;
  protected readonly nameOf = languageName;
  protected readonly valueOf = valueOf;
  protected readonly sizes = computed(() => this.editor.draft()?.sizes ?? []);
  protected readonly languages = computed(() => {
    const { defaultLanguage, languages } = this.editor.terms();
    return [defaultLanguage, ...languages.filter((language) => language !== defaultLanguage)];
  });

  protected title({ name }: SizeDraft, index: number): string {
    const { defaultLanguage } = this.editor.terms();
    return textIn(name, defaultLanguage, defaultLanguage) || this.t.size(index + 1);
  }

  protected rename(size: SizeDraft, index: number, language: LanguageTag, event: Event): void {
    this.change(size, index, { name: withText(size.name, language, valueOf(event)) });
  }

  protected change(size: SizeDraft, index: number, change: Partial<SizeDraft>): void {
    this.editor.patch({ sizes: replaced(this.sizes(), index, { ...size, ...change }) });
  }

  protected add(): void {
    this.editor.patch({ sizes: [...this.sizes(), newSize()] });
  }

  protected remove(index: number): void {
    this.editor.patch({ sizes: this.sizes().filter((_, at) => at !== index) });
  }

  protected move(name: string, from: number, to: number): void {
    this.editor.patch({ sizes: moved(this.sizes(), from, to) });
    this.announcer.polite(this.t.movedTo(name, to + 1, this.sizes().length));
  }
}
