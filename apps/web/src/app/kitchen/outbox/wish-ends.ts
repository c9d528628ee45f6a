import type { ApiProblem } from '../../core/api/api-problem';

/** The server said no. `repeated`: an answer had been lost before, so it may be no to what it has done already. */
export class WishRefused extends Error {
  constructor(
    readonly problem: ApiProblem,
    readonly repeated: boolean,
  ) {
    super(problem.message);
  }
}

/** Taken back before any answer. `perhapsDone`: it was sent, and nobody knows whether it arrived. */
export class WishWithdrawn extends Error {
  constructor(readonly perhapsDone: boolean) {
    super('withdrawn');
  }
}
