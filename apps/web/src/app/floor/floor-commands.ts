import { Injectable, inject, signal } from '@angular/core';
import { Announcer } from '../core/a11y/announcer';
import { toApiProblem } from '../core/api/api-problem';
import { Toasts } from '../ui/toast/toasts';
import { FloorStore } from './floor-store';

const LOST = 'No answer came. Look whether it was done, then try again.';

/** Carries out what the waiter asks for, one thing at a time; what was refused is said, and the tables are looked at anew. */
@Injectable()
export class FloorCommands {
  private readonly store = inject(FloorStore);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly running = signal<string | null>(null);

  /** What is being done just now. */
  readonly busy = this.running.asReadonly();

  /** Resolves to what was answered; undefined when it was refused, or something else is being done. */
  async run<T>(name: string, work: () => Promise<T>, said?: (answer: T) => string): Promise<T | undefined> {
    if (this.running() !== null) return undefined;
    this.running.set(name);
    try {
      const answer = await work();
      if (said) this.announcer.polite(said(answer));
      return answer;
    } catch (error) {
      const problem = toApiProblem(error);
      this.toasts.show({ kind: 'failed', text: problem.answerLost ? LOST : problem.message });
      return undefined;
    } finally {
      this.running.set(null);
      this.store.look();
    }
  }
}
