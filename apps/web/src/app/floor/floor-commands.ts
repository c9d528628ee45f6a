import { Injectable, computed, inject, signal } from '@angular/core';
import { Announcer } from '../core/a11y/announcer';
import { toApiProblem } from '../core/api/api-problem';
import { Toasts } from '../ui/toast/toasts';
import { FloorStore } from './floor-store';

const LOST = 'No answer came. Look whether it was done, then try again.';

/** Carries out what the waiter asks for, each thing once at a time; what was refused is said, and the tables are looked at anew. */
@Injectable()
export class FloorCommands {
  private readonly store = inject(FloorStore);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly running = signal<readonly string[]>([]);

  /** What was asked for last of all that is being done just now. */
  readonly busy = computed(() => this.running().at(-1) ?? null);

  /** Resolves to what was answered; undefined when it was refused, or is being done already. */
  async run<T>(name: string, work: () => Promise<T>, said?: (answer: T) => string): Promise<T | undefined> {
    if (this.running().includes(name)) return undefined;
    this.running.update((names) => [...names, name]);
    try {
      const answer = await work();
      if (said) this.announcer.polite(said(answer));
      return answer;
    } catch (error) {
      const problem = toApiProblem(error);
      this.toasts.show({ kind: 'failed', text: problem.answerLost ? LOST : problem.message });
      return undefined;
    } finally {
      this.running.update((names) => names.filter((each) => each !== name));
      this.store.look();
    }
  }
}
