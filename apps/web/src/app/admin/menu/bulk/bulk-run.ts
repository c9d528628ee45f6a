import { Injectable, inject, signal } from '@angular/core';
import { Announcer } from '../../../core/a11y/announcer';
import { toApiProblem } from '../../../core/api/api-problem';
import { Toasts } from '../../../ui/toast/toasts';
import { problemWords } from '../../words/problem-words';
import type { CellChange } from '../cells';
import { OfficeMenuStore } from '../office-menu-store';
import type { BulkStep } from './bulk-plan';
import { BULK_TEXTS } from './bulk-texts';

export interface FailedStep {
  readonly step: BulkStep;
  readonly words: string;
}

/** Changes several dishes one after the other, says which it could not, and takes all of it back at once. */
@Injectable()
export class BulkRun {
  private readonly menu = inject(OfficeMenuStore);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);

  readonly busy = signal(false);
  readonly failed = signal<readonly FailedStep[]>([]);

  /** True when every step is done. */
  async run(steps: readonly BulkStep[]): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    const { done, failed } = await this.each(steps, ({ change }) => change);
    this.failed.set(failed);
    this.busy.set(false);
    if (done.length > 0) {
      const text = BULK_TEXTS.done(done.length, failed.length);
      this.announcer.polite(text);
      this.toasts.show({ text, undo: () => void this.takeBack(done) });
    }
    return failed.length === 0;
  }

  private async takeBack(steps: readonly BulkStep[]): Promise<void> {
    const { done, failed } = await this.each(steps, ({ inverse }) => inverse);
    const text = BULK_TEXTS.takenBack(done.length, failed.length);
    this.announcer.polite(text);
    if (failed.length > 0) this.toasts.show({ kind: 'failed', text });
  }

  private async each(steps: readonly BulkStep[], changeOf: (step: BulkStep) => CellChange) {
    const done: BulkStep[] = [];
    const failed: FailedStep[] = [];
    for (const step of steps) {
      try {
        await this.send(step, changeOf(step));
        done.push(step);
      } catch (error) {
        failed.push({ step, words: problemWords(toApiProblem(error)) });
      }
    }
    return { done, failed };
  }

  /** With the version of now: what is changed is this one field, whatever else somebody does to the dish. */
  private async send({ itemId, variantId }: BulkStep, { of, change }: CellChange): Promise<void> {
    const etag = this.menu.byItem().get(itemId)?.etag ?? '"gone"';
    if (of === 'item') await this.menu.changeItem(itemId, etag, change);
    else await this.menu.changeVariant(variantId, etag, change);
  }
}
