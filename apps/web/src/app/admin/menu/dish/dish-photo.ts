import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { textIn, type LanguageTag } from '@comanda/shared';
import { Field, FieldControl } from '../../../ui/field/field';
import { Icon } from '../../../ui/icon/icon';
import { languageName } from '../../words/language-name';
import { DishEditor } from './dish-editor';
import { DishPhotos } from './dish-photos';
import { PHOTO_TEXTS } from './photo-texts';
import { valueOf } from '../../words/value-of';
import { withText } from './text-of';

/** Phones that keep photos in another format send one of these to a field that asks for them. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif';

/** The photo of the dish: chosen, dropped, pasted or taken with the phone. */
@Component({
  selector: 'app-dish-photo',
  imports: [Field, FieldControl, Icon],
  templateUrl: './dish-photo.html',
  styleUrls: ['./dish-part.css', './dish-photo.css'],
  host: { '(document:paste)': 'pasted($event)' },
})
export class DishPhoto {
  protected readonly editor = inject(DishEditor);
  protected readonly photos = inject(DishPhotos);
  protected readonly t = PHOTO_TEXTS;
  protected readonly nameOf = languageName;
  protected readonly accepted = ACCEPTED;
  protected readonly over = signal(false);
  private readonly file = viewChild<ElementRef<HTMLInputElement>>('file');
  protected readonly hasPhoto = computed(() => this.editor.base()?.item.photo !== undefined);
  protected readonly alt = computed(() => {
    const { defaultLanguage } = this.editor.terms();
    return textIn(this.editor.draft()?.alt ?? {}, defaultLanguage, defaultLanguage);
  });

  protected picked(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.take(input.files);
    // The same file once more is a change too.
    input.value = '';
  }

  protected dragged(event: Event, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  protected dropped(event: DragEvent): void {
    this.dragged(event, false);
    this.take(event.dataTransfer?.files);
  }

  /** What has words in it, too, is pasted where the person types. */
  protected pasted(event: ClipboardEvent): void {
    const [file] = event.clipboardData?.files ?? [];
    if (file === undefined || event.clipboardData?.types.includes('text/plain')) return;
    event.preventDefault();
    void this.photos.take(file);
  }

  protected type(language: LanguageTag, event: Event): void {
    this.editor.patch({ alt: withText(this.editor.draft()?.alt ?? {}, language, valueOf(event)) });
  }

  /** The button goes with the upload; the focus goes on where another photo is chosen. */
  protected cancel(): void {
    this.photos.cancel();
    this.file()?.nativeElement.focus();
  }

  private take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (file !== undefined) void this.photos.take(file);
  }
}
