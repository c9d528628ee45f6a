import { Injectable, computed, inject, signal } from '@angular/core';
import type { MenuItemView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { Toasts } from '../../ui/toast/toasts';
import { problemWords } from '../words/problem-words';
import { cellKey, cellText, readCell, type CellRef, type MenuTerms } from './cells';
import { CELL_TEXTS, MENU_TEXTS } from './menu-texts';
import { OfficeMenuStore } from './office-menu-store';
import { Quicker } from './quicker';

/** What happens in a cell that is not simply showing what the menu says. */
export interface CellEdit {
  readonly ref: CellRef;
  readonly text: string;
  readonly state: 'editing' | 'saving' | 'saved' | 'refused' | 'conflict';
  /** What stood there, and in which version of the dish, when the typing began. */
  readonly base: string;
  readonly etag: string;
  readonly words: string | null;
  /** In a conflict: what the other one wrote. */
  readonly theirs: string | null;
}

/** A cell with what shall stand in it, as from a block of a spreadsheet. */
export interface CellEntry {
  readonly ref: CellRef;
  readonly text: string;
}

/** What came of several cells at once. */
export interface EntriesOutcome {
  readonly saved: number;
  /** Those that stay as typed and say why, in the order of the block. */
  readonly failed: readonly CellEntry[];
}

/** What happens once a cell is saved. */
type Telling = (edit: CellEdit, view: MenuItemView) => void;

const TICK_MS = 2_500;

/** The cells that are being edited. What was typed stays until it is saved or given up, whatever goes wrong. */
@Injectable()
export class CellEdits {
  private readonly menu = inject(OfficeMenuStore);
  private readonly quicker = inject(Quicker);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);
  private readonly edits = signal<ReadonlyMap<string, CellEdit>>(new Map());

  readonly all = this.edits.asReadonly();
  readonly unsaved = computed(() => [...this.edits().values()].some(({ state }) => state !== 'saved'));
  private readonly terms = computed<MenuTerms>(() => {
    const menu = this.menu.menu();
    return { currency: menu?.currency ?? 'EUR', language: menu?.defaultLanguage ?? 'en' };
  });

  /** What the cell shows: what was typed, else what the menu says. */
  shown(ref: CellRef, view: MenuItemView): string {
    return this.edits().get(cellKey(ref))?.text ?? cellText(ref, view.item, this.terms());
  }

  type(ref: CellRef, text: string): void {
    const known = this.edits().get(cellKey(ref));
    const view = this.menu.byItem().get(ref.itemId);
    if (view === undefined || known?.state === 'saving') return;
    const begun = known === undefined || known.state === 'saved';
    const base = begun ? cellText(ref, view.item, this.terms()) : known.base;
    const etag = begun ? view.etag : known.etag;
    this.put({ ref, text, state: 'editing', base, etag, words: null, theirs: null });
  }

  /** Brings back what the menu says. */
  restore(ref: CellRef): void {
    if (this.edits().get(cellKey(ref))?.state !== 'saving') this.drop(ref);
  }

  /** Saves what was typed; nothing happens where nothing was. */
  async commit(ref: CellRef): Promise<void> {
    await this.commitWith(ref, this.tellSaved);
  }

  private async commitWith(ref: CellRef, tell: Telling): Promise<void> {
    const edit = this.edits().get(cellKey(ref));
    const view = this.menu.byItem().get(ref.itemId);
    if (edit === undefined || edit.state === 'saving' || edit.state === 'saved' || edit.state === 'conflict') return;
    if (view === undefined) return this.put({ ...edit, state: 'refused', words: CELL_TEXTS.gone });
    if (edit.text.trim() === edit.base) return this.drop(ref);
    await this.send(edit, edit.etag, tell);
  }

  /** In a conflict: mine, knowing what the other one wrote. */
  async useMine(ref: CellRef): Promise<void> {
    const edit = this.edits().get(cellKey(ref));
    const view = this.menu.byItem().get(ref.itemId);
    if (edit?.state !== 'conflict' || view === undefined) return;
    await this.send({ ...edit, base: edit.theirs ?? edit.base, etag: view.etag }, view.etag);
  }

  /** Saves cell after cell; each says for itself what is wrong with it, and one undo takes all of it back. */
  async enter(entries: readonly CellEntry[]): Promise<EntriesOutcome> {
    const done: CellEntry[] = [];
    const failed: CellEntry[] = [];
    for (const entry of entries) {
      this.drop(entry.ref);
      this.type(entry.ref, entry.text);
      await this.commitWith(entry.ref, ({ ref, base }) => done.push({ ref, text: base }));
      const state = this.edits().get(cellKey(entry.ref))?.state;
      if (state === 'refused' || state === 'conflict') failed.push(entry);
    }
    if (done.length > 0) {
      const text = CELL_TEXTS.entered(done.length, failed.length);
      this.announcer.polite(text);
      this.toasts.show({ text, undo: () => void this.takeBack(done) });
    }
    return { saved: done.length, failed };
  }

  private async takeBack(entries: readonly CellEntry[]): Promise<void> {
    let failed = 0;
    for (const { ref, text } of entries) {
      this.drop(ref);
      this.type(ref, text);
      await this.commitWith(ref, () => undefined);
      if (this.edits().get(cellKey(ref))?.state !== 'saved') failed += 1;
    }
    const words = CELL_TEXTS.takenBack(entries.length - failed, failed);
    this.announcer.polite(words);
    if (failed > 0) this.toasts.show({ kind: 'failed', text: words });
  }

  private async send(edit: CellEdit, etag: string, tell: Telling = this.tellSaved): Promise<void> {
    const { ref } = edit;
    const view = this.menu.byItem().get(ref.itemId);
    if (view === undefined) return;
    const reading = readCell(ref, edit.text, view.item, this.terms());
    if ('problem' in reading) return this.refuse(edit, reading.problem);
    this.put({ ...edit, state: 'saving', words: null, theirs: null });
    try {
      const { of, change } = reading.change;
      const saved =
        of === 'item'
          ? await this.menu.changeItem(ref.itemId, etag, change)
          : await this.menu.changeVariant(ref.variantId, etag, change);
      this.saved(edit, saved);
      tell(edit, saved);
    } catch (error) {
      await this.explain(edit, toApiProblem(error), tell);
    }
  }

  private saved(edit: CellEdit, view: MenuItemView): void {
    const { ref } = edit;
    const text = cellText(ref, view.item, this.terms());
    this.put({ ...edit, text, etag: view.etag, state: 'saved', words: null, theirs: null });
    setTimeout(() => {
      if (this.edits().get(cellKey(ref))?.state === 'saved') this.drop(ref);
    }, TICK_MS);
  }

  private readonly tellSaved: Telling = ({ ref, base }, view) => {
    const text = cellText(ref, view.item, this.terms());
    this.announcer.polite(`${MENU_TEXTS.saved}: ${text}`);
    this.toasts.show({ text: this.sentence(ref, view, base, text), undo: () => void this.undo(ref, base) });
  };

  /** The change back is a change like any other: it, too, can be too late. */
  private async undo(ref: CellRef, text: string): Promise<void> {
    this.drop(ref);
    this.type(ref, text);
    await this.commit(ref);
  }

  private async explain(edit: CellEdit, problem: ApiProblem, tell: Telling): Promise<void> {
    if (problem.code !== 'version_mismatch') return this.refuse(edit, problemWords(problem));
    try {
      const view = await this.menu.fetchItem(edit.ref.itemId);
      if (view === null) return this.refuse(edit, CELL_TEXTS.gone);
      const theirs = cellText(edit.ref, view.item, this.terms());
      // They changed something else of the dish, or wrote the same: nobody's work is lost by saving.
      if (theirs === edit.base) return await this.send({ ...edit, etag: view.etag }, view.etag, tell);
      const words = CELL_TEXTS.conflict(await this.quicker.words(), theirs === '' ? 'empty' : theirs);
      this.announcer.polite(words);
      this.put({ ...edit, etag: view.etag, state: 'conflict', words, theirs });
    } catch (error) {
      this.refuse(edit, problemWords(toApiProblem(error)));
    }
  }

  private refuse(edit: CellEdit, words: string): void {
    this.announcer.polite(words);
    this.put({ ...edit, state: 'refused', words, theirs: null });
  }

  private sentence({ column }: CellRef, { item }: MenuItemView, before: string, now: string): string {
    const { language } = this.terms();
    const name = item.name[language] ?? Object.values(item.name)[0] ?? item.id;
    return column === 'name' ? `“${before}” is now “${now}”` : `${name}: ${before || 'empty'} → ${now || 'empty'}`;
  }

  private put(edit: CellEdit): void {
    this.edits.update((edits) => new Map(edits).set(cellKey(edit.ref), edit));
  }

  private drop(ref: CellRef): void {
    this.edits.update((edits) => new Map([...edits].filter(([key]) => key !== cellKey(ref))));
  }
}
