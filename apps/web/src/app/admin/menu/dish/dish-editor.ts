import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { textIn, type EditedItemView, type MenuFinding, type MenuItemView } from '@comanda/shared';
import { Announcer } from '../../../core/a11y/announcer';
import { toApiProblem, type ApiProblem } from '../../../core/api/api-problem';
import { Toasts } from '../../../ui/toast/toasts';
import { newId } from '../../words/new-id';
import { problemWords } from '../../words/problem-words';
import { MenuSurroundings } from '../menu-surroundings';
import { CELL_TEXTS, MENU_TEXTS } from '../menu-texts';
import { OfficeMenuStore } from '../office-menu-store';
import { Quicker } from '../quicker';
import { copyOf, draftOf, emptyDraft, type DishDraft, type DishTerms } from './dish-draft';
import { faultsOf, fieldsOf } from './dish-faults';
import { requestOf, requestOfView } from './dish-reading';
import { DISH_TEXTS } from './dish-texts';
import { controlIdOf, sortFaults, type FieldFault } from './field-faults';
import { mergeDrafts, type DraftConflict } from './merge-drafts';
import { same } from './same';

/** The dish in the panel: `base` is the version that its editor saw, null for one that is not on the menu yet. */
interface OpenDish {
  readonly id: string;
  readonly base: MenuItemView | null;
  readonly start: DishDraft;
}

interface OpenConflict {
  readonly words: string;
  readonly fields: readonly DraftConflict[];
}

export const NEW_DISH = 'new';

/** The dish that is being edited as a whole. What was typed stays until it is saved or given up. */
@Injectable()
export class DishEditor {
  private readonly menu = inject(OfficeMenuStore);
  private readonly surroundings = inject(MenuSurroundings);
  private readonly quicker = inject(Quicker);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);

  private readonly opened = signal<OpenDish | null>(null);
  private readonly typed = signal<DishDraft | null>(null);
  private readonly told = signal<readonly FieldFault[]>([]);
  private readonly tried = signal(false);

  readonly draft = this.typed.asReadonly();
  readonly id = computed(() => this.opened()?.id ?? null);
  readonly base = computed(() => this.opened()?.base ?? null);
  readonly isNew = computed(() => this.opened()?.base === null);
  readonly busy = signal(false);
  readonly failure = signal<string | null>(null);
  readonly findings = signal<readonly MenuFinding[]>([]);
  readonly conflict = signal<OpenConflict | null>(null);
  readonly dirty = computed(() => {
    const [opened, draft] = [this.opened(), this.typed()];
    return opened !== null && draft !== null && !same(draft, opened.start);
  });
  readonly terms = computed<DishTerms>(() => {
    const menu = this.menu.menu();
    const { currency = 'EUR', languages = ['en'], defaultLanguage = 'en' } = menu ?? {};
    return { currency, languages, defaultLanguage };
  });
  /** The default language first. */
  readonly languages = computed(() => {
    const { defaultLanguage, languages } = this.terms();
    return [defaultLanguage, ...languages.filter((language) => language !== defaultLanguage)];
  });
  /** Told once saving was tried; what is mended goes away while typing. */
  readonly faults = computed<readonly FieldFault[]>(() => {
    const draft = this.typed();
    if (draft === null || !this.tried()) return this.told();
    const own = faultsOf(draft, this.terms());
    const pointers = new Set(own.map(({ pointer }) => pointer));
    return [...own, ...this.told().filter(({ pointer }) => !pointers.has(pointer))];
  });

  constructor() {
    // A dish that nobody is typing in follows what others change.
    effect(() => {
      const opened = this.opened();
      const fresh = opened?.base == null ? undefined : this.menu.byItem().get(opened.id);
      if (fresh === undefined || fresh.etag === opened?.base?.etag || this.dirty() || this.busy()) return;
      untracked(() => this.follow(fresh));
    });
  }

  /** The dish to edit, or a new one; `from` names the dish that a new one copies. Null closes. */
  show(id: string | null, from: string | null, sectionId: string | null): void {
    if (id === null) return this.begin(null, null);
    if (id === NEW_DISH) return this.beginNew(from, sectionId);
    const view = this.menu.byItem().get(id);
    if (view === undefined) return this.begin(null, null);
    const start = draftOf(view, this.terms());
    this.begin({ id, base: view, start }, start);
  }

  patch(change: Partial<DishDraft>): void {
    this.typed.update((draft) => (draft === null ? null : { ...draft, ...change }));
    this.told.set([]);
    this.failure.set(null);
  }

  /** The photo is saved for itself; what was typed goes on from there. */
  takePhoto(view: MenuItemView): void {
    const [opened, draft] = [this.opened(), this.typed()];
    if (opened?.id !== view.item.id || draft === null) return;
    const start = draftOf(view, this.terms());
    this.opened.set({ id: opened.id, base: view, start });
    this.typed.set(mergeDrafts(opened.start, draft, start, this.terms()).draft);
  }

  /** Gives up what was typed. */
  discard(): void {
    this.typed.set(this.opened()?.start ?? null);
    this.clear();
  }

  /** The element in which a field is edited, by its pointer. */
  idAt(pointer: string): string {
    return controlIdOf('dish', pointer);
  }

  errorAt(pointer: string): string | null {
    return this.faults().find((fault) => fault.pointer === pointer)?.text ?? null;
  }

  keepMine(field: keyof DishDraft): void {
    this.settle(field);
  }

  takeTheirs(field: keyof DishDraft): void {
    const start = this.opened()?.start;
    if (start !== undefined) this.patch({ [field]: start[field] });
    this.settle(field);
  }

  /** The dish as it is saved now; null when something is in the way, which is then told. */
  async save(): Promise<MenuItemView | null> {
    const [opened, draft] = [this.opened(), this.typed()];
    if (opened === null || draft === null || this.busy()) return null;
    if (opened.base !== null && !this.dirty()) return null;
    this.tried.set(true);
    this.told.set([]);
    this.failure.set(this.conflict() === null ? null : DISH_TEXTS.decideFirst);
    if (this.conflict() !== null || this.faults().length > 0) return null;
    return this.send(opened.base === null ? this.named(opened, draft) : opened, draft);
  }

  /** A new dish gets an id by which people recognise it in a spreadsheet. */
  private named(opened: OpenDish, draft: DishDraft): OpenDish {
    const named = { ...opened, id: newId(draft.name[this.terms().defaultLanguage] ?? '') };
    this.opened.set(named);
    return named;
  }

  private async send(opened: OpenDish, draft: DishDraft): Promise<MenuItemView | null> {
    this.busy.set(true);
    try {
      const request = requestOf(draft, opened.base?.item ?? null, this.terms());
      const saved = await this.menu.putItem(opened.id, opened.base?.etag ?? null, request);
      this.busy.set(false);
      return this.saved(opened, draft, saved);
    } catch (error) {
      this.busy.set(false);
      return this.explain(toApiProblem(error));
    }
  }

  private saved({ id, base }: OpenDish, sent: DishDraft, edited: EditedItemView): MenuItemView {
    const { findings, revision: _, ...view } = edited;
    const start = draftOf(view, this.terms());
    if (this.id() === id) {
      this.opened.set({ id, base: view, start });
      if (this.typed() === sent) this.typed.set(start);
      this.clear();
      this.findings.set(findings);
    }
    const name = this.nameOf(view);
    const text = base === null ? DISH_TEXTS.created(name) : DISH_TEXTS.saved(name);
    this.announcer.polite(text);
    this.toasts.show({ text, undo: () => void this.undo(view, base) });
    return view;
  }

  /** The way back is a change like any other: it, too, can be too late. */
  private async undo({ item, etag }: MenuItemView, before: MenuItemView | null): Promise<void> {
    try {
      if (before === null) await this.menu.removeItem(item.id, etag);
      else await this.menu.putItem(item.id, etag, requestOfView(before.item, before.sectionIds));
      this.announcer.polite(MENU_TEXTS.undone(this.nameOf({ item })));
    } catch (error) {
      this.toasts.show({ kind: 'failed', text: `${DISH_TEXTS.undoFailed}: ${problemWords(toApiProblem(error))}` });
    }
  }

  private async explain(problem: ApiProblem): Promise<MenuItemView | null> {
    const [opened, draft] = [this.opened(), this.typed()];
    if (opened === null || draft === null) return null;
    if (problem.code === 'version_mismatch' && opened.base !== null) return this.merge(opened, draft);
    const { faults, rest } = sortFaults(problem.items, fieldsOf(draft, this.terms()));
    this.told.set(faults);
    const untold = problem.items.length === 0 || problem.code !== 'invalid_request';
    this.failure.set(untold ? problemWords(problem) : rest.join(' ') || null);
    if (this.failure() !== null) this.announcer.polite(this.failure() ?? '');
    return null;
  }

  /** Somebody was quicker: what both of us changed needs a word, the rest goes together. */
  private async merge(opened: OpenDish, draft: DishDraft): Promise<MenuItemView | null> {
    try {
      const fresh = await this.menu.fetchItem(opened.id);
      if (fresh === null) return this.fail(CELL_TEXTS.gone);
      const theirs = draftOf(fresh, this.terms());
      const merged = mergeDrafts(opened.start, draft, theirs, this.terms());
      const now = { id: opened.id, base: fresh, start: theirs };
      this.opened.set(now);
      this.typed.set(merged.draft);
      if (merged.conflicts.length === 0) return await this.send(now, merged.draft);
      const words = DISH_TEXTS.conflict(await this.quicker.words());
      this.conflict.set({ words, fields: merged.conflicts });
      this.announcer.polite(words);
    } catch (error) {
      this.fail(problemWords(toApiProblem(error)));
    }
    return null;
  }

  private fail(words: string): null {
    this.failure.set(words);
    this.announcer.polite(words);
    return null;
  }

  private settle(field: keyof DishDraft): void {
    const conflict = this.conflict();
    const fields = conflict?.fields.filter((each) => each.field !== field) ?? [];
    this.conflict.set(conflict === null || fields.length === 0 ? null : { ...conflict, fields });
    this.failure.set(null);
  }

  private follow(view: MenuItemView): void {
    const start = draftOf(view, this.terms());
    this.opened.set({ id: view.item.id, base: view, start });
    this.typed.set(start);
  }

  private beginNew(from: string | null, sectionId: string | null): void {
    const original = from === null ? undefined : this.menu.byItem().get(from);
    const menu = this.menu.menu();
    const firstTax = menu?.data[0]?.item.taxClass ?? this.surroundings.taxClasses()[0] ?? '';
    const blank = emptyDraft(sectionId === null ? [] : [sectionId], firstTax);
    const draft = original === undefined ? blank : copyOf(draftOf(original, this.terms()), DISH_TEXTS.copy);
    this.begin({ id: newId('dish'), base: null, start: blank }, draft);
  }

  private begin(opened: OpenDish | null, draft: DishDraft | null): void {
    this.opened.set(opened);
    this.typed.set(draft);
    this.clear();
    this.findings.set([]);
  }

  private clear(): void {
    this.told.set([]);
    this.tried.set(false);
    this.failure.set(null);
    this.conflict.set(null);
  }

  private nameOf({ item }: Pick<MenuItemView, 'item'>): string {
    const { defaultLanguage } = this.terms();
    return textIn(item.name, defaultLanguage, defaultLanguage);
  }
}
