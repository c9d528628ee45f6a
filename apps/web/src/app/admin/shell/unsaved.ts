import { Component, DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { ParamMap, RouterStateSnapshot } from '@angular/router';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';

export const UNSAVED_TEXTS = {
  heading: 'Leave without saving?',
  lead: 'What you have typed is not saved yet.',
  stay: 'Keep editing',
  leave: 'Discard changes',
};

/** Something that is being typed, as the guard of the page sees it. */
export interface GuardedDraft {
  readonly dirty: () => boolean;
  readonly discard: () => void;
  /** True when it stands open on the same page with these parameters too. */
  readonly stays: (params: ParamMap) => boolean;
}

/** Asks before something that was typed would be lost. Needs an `<app-unsaved-question />` on the page. */
@Injectable()
export class Unsaved {
  private readonly drafts = new Set<GuardedDraft>();
  private answer: ((leave: boolean) => void) | null = null;
  readonly asking = signal(false);

  /** Needs an injection context: the draft is guarded as long as that lives. */
  guard(draft: GuardedDraft): void {
    this.drafts.add(draft);
    inject(DestroyRef).onDestroy(() => this.drafts.delete(draft));
  }

  dirty(): boolean {
    return [...this.drafts].some((draft) => draft.dirty());
  }

  /** True when nothing is lost by going there, or when it may be thrown away. */
  async mayLeave(here: string, next: RouterStateSnapshot): Promise<boolean> {
    const samePage = pathOf(next.url) === pathOf(here);
    const lost = [...this.drafts].filter(
      (draft) => draft.dirty() && !(samePage && draft.stays(next.root.queryParamMap)),
    );
    if (lost.length === 0) return true;
    const leaves = await this.ask();
    if (leaves) lost.forEach((draft) => draft.discard());
    return leaves;
  }

  give(leave: boolean): void {
    const { answer } = this;
    this.answer = null;
    this.asking.set(false);
    answer?.(leave);
  }

  private ask(): Promise<boolean> {
    this.give(false);
    this.asking.set(true);
    return new Promise((resolve) => (this.answer = resolve));
  }
}

function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? '';
}

@Component({
  selector: 'app-unsaved-question',
  imports: [DialogSheet],
  template: `
    <app-dialog-sheet [open]="unsaved.asking()" [heading]="t.heading" (closed)="unsaved.give(false)">
      @if (unsaved.asking()) {
        <p>{{ t.lead }}</p>
        <div class="answers">
          <button type="button" class="button button--primary" (click)="unsaved.give(false)">{{ t.stay }}</button>
          <button type="button" class="button button--danger" (click)="unsaved.give(true)">{{ t.leave }}</button>
        </div>
      }
    </app-dialog-sheet>
  `,
  styles: `
    .answers {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
    }
  `,
})
export class UnsavedQuestion {
  protected readonly unsaved = inject(Unsaved);
  protected readonly t = UNSAVED_TEXTS;
}
