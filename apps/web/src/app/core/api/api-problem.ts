import type { Problem, ProblemCode, ProblemItem } from '@comanda/shared';

/** `unreachable`: no answer came, so nobody knows whether the request had an effect. `unexpected`: an answer that is not ours. */
export type ApiProblemCode = ProblemCode | 'unreachable' | 'unexpected';

/** What every failed request to the API ends in. Switch on `code`, never on the text. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly code: ApiProblemCode,
    readonly status: number,
    detail: string,
    readonly items: readonly ProblemItem[] = [],
    readonly requestId?: string,
  ) {
    super(detail);
  }

  /** True when nobody knows whether the request had its effect: repeat it with the same key. */
  get answerLost(): boolean {
    return this.code === 'unreachable' || this.code === 'idempotency_in_progress' || this.status >= 500;
  }
}

/** Whatever a request threw, as an {@link ApiProblem}. */
export function toApiProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('unexpected', 0, String(error));
}

/** What an answer that is no success means; status 0 when there was none. */
export function problemOfAnswer(status: number, body: unknown, message: string): ApiProblem {
  if (status === 0 || status === 504) return new ApiProblem('unreachable', status, message);
  if (isProblem(body)) return new ApiProblem(body.code, status, body.detail, body.errors ?? [], body.requestId);
  return new ApiProblem('unexpected', status, message);
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string'
  );
}
