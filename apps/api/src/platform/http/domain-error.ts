import { PROBLEM_STATUS } from '@comanda/shared';
import type { ProblemCode, ProblemItem } from '@comanda/shared';

/** What is thrown below the controllers: a code of the API with one plain sentence that says what to do. */
export class DomainError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly items: readonly ProblemItem[] = [],
  ) {
    super(detail);
  }

  get status(): number {
    return PROBLEM_STATUS[this.code];
  }
}
