import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../domain-error.js';
import type { KeyedAnswer } from './answer.js';
import { requireSameRequest } from './keyed-request.js';
import type { Keyed } from './keyed-request.js';

interface Running {
  readonly fingerprint: string;
  /** Its answer once that is durable; undefined when it failed and the key is still free. */
  readonly outcome: Promise<KeyedAnswer | undefined>;
}

/** The keyed requests that this process is working on: who comes second waits for the answer of the first. */
export class RunningRequests {
  readonly #running = new Map<string, Running>();

  constructor(private readonly patienceMs: number) {}

  /** Runs `work` unless the same key is being worked on. Throws `idempotency_in_progress` when that takes too long. */
  async once(keyed: Keyed, work: () => Promise<KeyedAnswer>): Promise<KeyedAnswer> {
    const name = `${keyed.scope} ${keyed.key}`;
    for (let rival = this.#running.get(name); rival; rival = this.#running.get(name)) {
      requireSameRequest(rival, keyed);
      const answer = await this.#wait(rival);
      if (answer) return { ...answer, replayed: true };
    }
    const working = work();
    this.#running.set(name, { fingerprint: keyed.fingerprint, outcome: working.catch(() => undefined) });
    try {
      return await working;
    } finally {
      this.#running.delete(name);
    }
  }

  async #wait({ outcome }: Running): Promise<KeyedAnswer | undefined> {
    const patience = new AbortController();
    const tooLong = sleep(this.patienceMs, 'too long', { signal: patience.signal }).catch(() => undefined);
    const answer = await Promise.race([outcome, tooLong]);
    patience.abort();
    if (typeof answer === 'string') throw inProgress();
    return answer;
  }
}

export function inProgress(): DomainError {
  return new DomainError(
    'idempotency_in_progress',
    'The first request with this Idempotency-Key is still being worked on. Ask again shortly with the same key.',
  );
}
