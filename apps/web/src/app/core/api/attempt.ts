import { signal } from '@angular/core';
import { toApiProblem, type ApiProblemCode } from './api-problem';

/** What somebody on a page asks of the API, one at a time: whether it is under way, and why it was refused. */
export class Attempt {
  private readonly running = signal(false);
  private readonly refused = signal<string | null>(null);
  readonly busy = this.running.asReadonly();
  /** The reason in words; null as soon as something else is tried. */
  readonly refusal = this.refused.asReadonly();

  constructor(private readonly wordsOf: (code: ApiProblemCode) => string) {}

  /** Does nothing while an earlier one is under way. Never throws. */
  async run(work: () => Promise<unknown>): Promise<void> {
    if (this.running()) return;
    this.running.set(true);
    this.refused.set(null);
    try {
      await work();
    } catch (error) {
      this.refused.set(this.wordsOf(toApiProblem(error).code));
    } finally {
      this.running.set(false);
    }
  }
}
