import { Injectable, computed, inject, signal } from '@angular/core';
import {
  LIMITS,
  photoCut,
  textIn,
  type EditedItemView,
  type MenuItemView,
  type Photo,
  type Text,
} from '@comanda/shared';
import { Announcer } from '../../../core/a11y/announcer';
import { toApiProblem } from '../../../core/api/api-problem';
import { SessionStore } from '../../../core/session/session-store';
import { Toasts } from '../../../ui/toast/toasts';
import { problemWords } from '../../words/problem-words';
import { OfficeMenuStore } from '../office-menu-store';
import { DishEditor } from './dish-editor';
import { DISH_TEXTS } from './dish-texts';
import { PHOTO_TEXTS } from './photo-texts';
import { sendPicture } from './send-picture';
import { smallPicture } from './small-picture';

/** A picture that somebody has chosen: of which dish, and what is seen of it until the server has it. */
interface Chosen {
  readonly itemId: string;
  readonly file: File;
  readonly url: string;
}

class Cancelled extends Error {}

/** The photo of the dish in the panel. It goes up at once, as a change of its own; that of a new dish goes with it. */
@Injectable()
export class DishPhotos {
  private readonly menu = inject(OfficeMenuStore);
  private readonly editor = inject(DishEditor);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(SessionStore);

  private readonly chosen = signal<Chosen | null>(null);
  private readonly told = signal<{ readonly itemId: string | null; readonly words: string } | null>(null);
  readonly busy = signal(false);
  /** How much of a picture has gone up, in percent; null while nothing is sent. */
  readonly percent = signal<number | null>(null);
  private sending: AbortController | null = null;
  /** Once all of it has gone the server may have it already. */
  readonly mayCancel = computed(() => this.percent() !== null && this.percent() !== 100);
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
    if (itemId === null) return;
    const fault = this.busy() ? PHOTO_TEXTS.oneAtATime : faultOf(file);
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
    await this.change(view, PHOTO_TEXTS.saved, (etag) =>
      this.menu.putPhoto(view.item.id, (url) => this.upload(url, etag, waiting.file)),
    );
  }

  /** Leaves the photo as it was; what was chosen is dropped. */
  cancel(): void {
    if (this.mayCancel()) this.sending?.abort(new Cancelled());
  }

  async remove(): Promise<void> {
    const base = this.editor.base();
    if (this.busy()) return;
    // What has not arrived is dropped; what was there before stays.
    if (this.waiting() !== null) return this.let(null);
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
      if (error instanceof Cancelled) this.cancelled();
      else this.tell(problemWords(toApiProblem(error)));
    } finally {
      this.busy.set(false);
    }
  }

  private async upload(url: string, etag: string, file: File): Promise<EditedItemView> {
    const { signal } = (this.sending = new AbortController());
    this.percent.set(0);
    try {
      const picture = await smallPicture(file);
      const onSent = (share: number): void => this.percent.set(Math.round(share * 100));
      return await sendPicture(url, picture, { etag, csrfToken: this.session.csrfToken(), signal, onSent });
    } finally {
      this.percent.set(null);
    }
  }

  private cancelled(): void {
    this.let(null);
    this.announcer.polite(PHOTO_TEXTS.cancelled);
    this.toasts.show({ text: PHOTO_TEXTS.cancelled });
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
