import { Injectable, inject } from '@angular/core';
import { Announcer } from '../../../core/a11y/announcer';
import { toApiProblem, type ApiProblem } from '../../../core/api/api-problem';
import { Toasts } from '../../../ui/toast/toasts';
import { problemWords } from '../../words/problem-words';
import { sortFaults, type FieldFault } from '../dish/field-faults';
import { Quicker } from '../quicker';
import type { DraftState } from './draft-state';
import { STRUCTURE_TEXTS } from './structure-texts';

/** How one kind of thing is checked, sent, taken back and looked at again. */
export interface StructureWork<Draft> {
  readonly name: string;
  readonly faults: readonly FieldFault[];
  readonly fields: readonly string[];
  /** Sends the draft; the answer is the way back. */
  readonly send: () => Promise<() => Promise<unknown>>;
  /** How it is now, for somebody who was too late; null when it is gone. */
  readonly look: () => Promise<{ readonly etag: string; readonly start: Draft } | null>;
}

/** Saves what is typed about a section or a group; nothing typed is lost whatever the answer. */
@Injectable()
export class StructureSaving {
  private readonly quicker = inject(Quicker);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);

  /** True when it is saved. */
  async save<Draft extends object>(state: DraftState<Draft>, work: StructureWork<Draft>): Promise<boolean> {
    if (state.busy()) return false;
    state.faults.set(work.faults);
    state.failure.set(null);
    if (work.faults.length > 0) return false;
    state.busy.set(true);
    try {
      const undo = await work.send();
      this.tell(STRUCTURE_TEXTS.saved(work.name), undo, STRUCTURE_TEXTS.undone(work.name));
      return true;
    } catch (error) {
      await this.explain(state, work, toApiProblem(error));
      return false;
    } finally {
      state.busy.set(false);
    }
  }

  /** Says what was done and offers the way back. */
  tell(text: string, undo: () => Promise<unknown>, undone: string): void {
    this.announcer.polite(text);
    this.toasts.show({ text, undo: () => void this.undo(undo, undone) });
  }

  fail(text: string): void {
    this.announcer.polite(text);
    this.toasts.show({ kind: 'failed', text });
  }

  private async undo(undo: () => Promise<unknown>, undone: string): Promise<void> {
    try {
      await undo();
      this.announcer.polite(undone);
    } catch (error) {
      this.fail(`${STRUCTURE_TEXTS.undoFailed}: ${problemWords(toApiProblem(error))}`);
    }
  }

  private async explain<Draft extends object>(
    state: DraftState<Draft>,
    work: StructureWork<Draft>,
    problem: ApiProblem,
  ): Promise<void> {
    if (problem.code === 'version_mismatch') return this.conflict(state, work);
    const { faults, rest } = sortFaults(problem.items, work.fields);
    const byField = problem.code === 'invalid_request' && problem.items.length > 0;
    state.faults.set(byField ? faults : []);
    this.refuse(state, byField ? rest.join(' ') || null : problemWords(problem));
  }

  private async conflict<Draft extends object>(state: DraftState<Draft>, work: StructureWork<Draft>): Promise<void> {
    try {
      const now = await work.look();
      if (now === null) return this.refuse(state, STRUCTURE_TEXTS.gone);
      state.rebase(now.etag, now.start);
      this.refuse(state, STRUCTURE_TEXTS.conflict(await this.quicker.words()));
    } catch (error) {
      this.refuse(state, problemWords(toApiProblem(error)));
    }
  }

  private refuse<Draft extends object>(state: DraftState<Draft>, words: string | null): void {
    state.failure.set(words);
    if (words !== null) this.announcer.polite(words);
  }
}
