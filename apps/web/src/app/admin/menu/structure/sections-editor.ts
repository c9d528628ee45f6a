import { Injectable, inject } from '@angular/core';
import type { MenuSectionView } from '@comanda/shared';
import { toApiProblem } from '../../../core/api/api-problem';
import { newId } from '../../words/new-id';
import { moved } from '../../words/moved';
import { problemWords } from '../../words/problem-words';
import { EntityApi } from '../entity-api';
import { DraftState } from './draft-state';
import { MenuTerms } from './menu-terms';
import { faultsOfSection, fieldsOfSection, sectionDraftOf, sectionOf, type SectionDraft } from './section-draft';
import { StructureSaving } from './structure-saving';
import { StructureStore } from './structure-store';
import { STRUCTURE_TEXTS } from './structure-texts';

/** The sections of the menu: their names, their dishes' order and their own. */
@Injectable()
export class SectionsEditor {
  private readonly api = inject(EntityApi);
  private readonly store = inject(StructureStore);
  private readonly terms = inject(MenuTerms);
  private readonly saving = inject(StructureSaving);
  readonly state = new DraftState<SectionDraft>();

  show(id: string | null): void {
    if (id === null) return this.state.end();
    if (id === 'new') return this.state.begin(newId('section'), null, { name: {}, description: {}, itemIds: [] });
    const view = this.viewOf(id);
    if (view === undefined) return this.state.end();
    this.state.begin(id, view.etag, sectionDraftOf(view.section));
  }

  /** True when it is saved. */
  async save(): Promise<boolean> {
    const { state } = this;
    const [draft, id] = [state.draft(), state.id()];
    if (draft === null || id === null) return false;
    const terms = this.terms.terms();
    const base = this.viewOf(id)?.section ?? null;
    return this.saving.save(state, {
      name: this.terms.say(draft.name),
      faults: faultsOfSection(draft, terms),
      fields: fieldsOfSection(terms),
      send: async () => {
        const { etag, section } = await this.api.putSection(sectionOf(draft, id, base), state.etag());
        state.begin(id, etag, sectionDraftOf(section));
        this.store.reload();
        return () => (base === null ? this.api.removeSection(id, etag) : this.api.putSection(base, etag));
      },
      look: async () => {
        const now = (await this.api.sections()).find(({ section }) => section.id === id);
        return now === undefined ? null : { etag: now.etag, start: sectionDraftOf(now.section) };
      },
    });
  }

  /** True when it is gone; only an empty section can go. */
  async remove({ etag, section }: MenuSectionView): Promise<boolean> {
    const name = this.terms.say(section.name);
    try {
      await this.api.removeSection(section.id, etag);
      this.state.discard();
      this.saving.tell(STRUCTURE_TEXTS.removed(name), () => this.api.putSection(section, null), name);
      return true;
    } catch (error) {
      this.state.failure.set(problemWords(toApiProblem(error)));
      return false;
    }
  }

  async move(id: string, to: number): Promise<void> {
    const views = this.store.sections() ?? [];
    const before = views.map(({ section }) => section.id);
    const after = moved(before, before.indexOf(id), to);
    this.store.showOrder(after);
    try {
      await this.api.orderSections(after);
      const text = STRUCTURE_TEXTS.reordered(this.terms.say(this.viewOf(id)?.section.name), to + 1, after.length);
      this.saving.tell(text, () => this.api.orderSections(before), STRUCTURE_TEXTS.orderUndone);
    } catch (error) {
      this.store.showOrder(before);
      this.store.reload();
      this.saving.fail(`${STRUCTURE_TEXTS.orderFailed}: ${problemWords(toApiProblem(error))}`);
    }
  }

  viewOf(id: string): MenuSectionView | undefined {
    return this.store.sections()?.find(({ section }) => section.id === id);
  }
}
