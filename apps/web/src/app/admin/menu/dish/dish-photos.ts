import { Injectable, computed, inject, signal } from '@angular/core';
import { LIMITS, photoCut, textIn, type MenuItemView, type Photo, type Text } from '@comanda/shared';
import { Announcer } from '../../../core/a11y/announcer';
import { toApiProblem } from '../../../core/api/api-problem';
import { Toasts } from '../../../ui/toast/toasts';
import { problemWords } from '../../words/problem-words';
import { OfficeMenuStore } from '../office-menu-store';
import { DishEditor } from './dish-editor';
import { DISH_TEXTS } from './dish-texts';
import { PHOTO_TEXTS } from './photo-texts';
import { smallPicture } from './small-picture';

/** A picture that somebody has chosen: of which dish, and what is seen of it until the server has it. */
interface Chosen {
  readonly itemId: string;
  readonly file: File;
  readonly url: string;
}

/** The photo of the dish in the panel. It goes up at once, as a change of its own; that of a new dish goes with it. */
@Injectable()
export class DishPhotos {
  private readonly menu = inject(OfficeMenuStore);
  private readonly editor = inject(DishEditor);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);

  private readonly chosen = signal<Chosen | null>(null);
  private readonly told = signal<{ readonly itemId: string | null; readonly words: string } | null>(null);
  readonly busy = signal(false);
  readonly failure = computed(() => (this.told()?.itemId === this.editor.id() ? (this.told()?.words ?? null) : null));
  /** Chosen and not kept by the server yet. */
  readonly waiting = computed(() => (this.chosen()?.itemId === this.editor.id() ? this.chosen() : null));
  private readonly kept = computed(() => this.editor.base()?.item.photo ?? null);
  /** What is to be seen in the form and its preview. */
  readonly preview = computed(() => {
    const [waiting, kept] = [this.waiting(), this.kept()];
    return waiting?.url ?? (kept === null ? null : (photoCut(kept.url, 720, 'jpg') ?? kept.url));
  });
  readonly isElsewhere = computed(() => {
    const kept = this.kept();
    return this.waiting() === null && kept !== null && photoCut(kept.url, 336, 'jpg') === null;
  });

  /** Takes what was chosen, dropped, pasted or photographed. */
  async take(file: File): Promise<void> {
    const itemId = this.editor.id();
    if (itemId === null || this.busy()) return;
    const fault = faultOf(file);
    if (fault !== null) return this.tell(fault);
    this.let(null);
    this.chosen.set({ itemId, file, url: URL.createObjectURL(file) });
    const base = this.editor.base();
    if (base !== null) await this.send(base);
  }

  /** Sends what waits for a dish: after it was made, or once more after a failure. */
  async send(view: MenuItemView): Promise<void> {
    const waiting = this.chosen();
    if (waiting === null || this.busy()) return;
    this.chosen.set({ ...waiting, itemId: view.item.id });
    await this.change(view, PHOTO_TEXTS.saved, async (etag) => {
      return this.menu.putPhoto(view.item.id, etag, await smallPicture(waiting.file));
    });
  }

  async remove(): Promise<void> {
    const base = this.editor.base();
    if (this.busy()) return;
    if (this.waiting() !== null && this.kept() === null) return this.let(null);
    this.let(null);
    if (base === null) return;
    await this.change(base, PHOTO_TEXTS.removed, (etag) => this.menu.removePhoto(base.item.id, etag));
  }

  retry(): void {
    const base = this.editor.base();
    if (base !== null) void this.send(base);
  }

  private async change(
    before: MenuItemView,
    words: (name: string) => string,
    send: (etag: string) => Promise<MenuItemView>,
  ): Promise<void> {
    this.busy.set(true);
    this.told.set(null);
    try {
      const after = await this.despiteOthers(before, send);
      this.editor.takePhoto(after);
      this.let(null);
      const text = words(this.nameOf(before.item.name));
      this.announcer.polite(text);
      this.toasts.show({ text, undo: () => void this.putBack(after, before.item.photo ?? null) });
    } catch (error) {
      this.tell(problemWords(toApiProblem(error)));
    } finally {
      this.busy.set(false);
    }
  }

  /** Whatever else somebody has changed of the dish meanwhile, it has nothing to do with its photo. */
  private async despiteOthers(
    { item, etag }: MenuItemView,
    send: (etag: string) => Promise<MenuItemView>,
  ): Promise<MenuItemView> {
    try {
      return await send(etag);
    } catch (error) {
      const fresh = toApiProblem(error).code === 'version_mismatch' ? await this.menu.fetchItem(item.id) : null;
      if (fresh === null) throw error;
      return send(fresh.etag);
    }
  }

  private async putBack({ item, etag }: MenuItemView, photo: Photo<Text> | null): Promise<void> {
    try {
      this.editor.takePhoto(await this.menu.changeItem(item.id, etag, { photo }));
      this.announcer.polite(DISH_TEXTS.undone(this.nameOf(item.name)));
    } catch (error) {
      this.toasts.show({ kind: 'failed', text: `${DISH_TEXTS.undoFailed}: ${problemWords(toApiProblem(error))}` });
    }
  }

  private let(next: Chosen | null): void {
    const before = this.chosen();
    if (before !== null) URL.revokeObjectURL(before.url);
    this.chosen.set(next);
    this.told.set(null);
  }

  private tell(words: string): void {
    this.told.set({ itemId: this.editor.id(), words });
    this.announcer.polite(words);
  }

  private nameOf(name: Text): string {
    const { defaultLanguage } = this.editor.terms();
    return textIn(name, defaultLanguage, defaultLanguage);
  }
}

function faultOf({ name, type, size }: File): string | null {
  if (!type.startsWith('image/')) return PHOTO_TEXTS.noPicture(name);
  return size > LIMITS.photoBytes ? PHOTO_TEXTS.tooLarge(name) : null;
}
