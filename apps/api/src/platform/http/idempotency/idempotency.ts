import { Injectable } from '@nestjs/common';
import { databaseFault, isLockTimeout, Transactions } from '../../database/index.js';
import type { Tx } from '../../database/index.js';
import { isKept, toKeptAnswer } from './answer.js';
import type { Answer, KeyedAnswer } from './answer.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';
import { keyedBy } from './keyed-request.js';
import type { Keyed, KeyedRequest } from './keyed-request.js';
import { inProgress, RunningRequests } from './running-requests.js';

/** As long as the database waits for a lock; then the caller is told to come back. */
const PATIENCE_MS = 3000;

/** Makes a request take effect once, however often it is sent (IETF draft "The Idempotency-Key HTTP Header Field"). */
@Injectable()
export class Idempotency {
  readonly #running = new RunningRequests(PATIENCE_MS);

  constructor(
    private readonly transactions: Transactions,
    private readonly keys: IdempotencyKeyRepository,
  ) {}

  /**
   * Runs `work` in a transaction that also keeps its answer under the key; a refusal for the moment's sake is kept too.
   * The same key with the same request gets the kept answer; with another request it throws `idempotency_key_reused`.
   */
  async once(request: KeyedRequest, work: (tx: Tx) => Promise<Answer>): Promise<KeyedAnswer> {
    const keyed = keyedBy(request);
    return this.#running.once(keyed, async () => (await this.#replay(keyed)) ?? (await this.#first(keyed, work)));
  }

  /** The same for work that keeps the answer under its key by itself: here a second request only waits for the first. */
  join(request: KeyedRequest, work: (keyed: Keyed) => Promise<KeyedAnswer>): Promise<KeyedAnswer> {
    const keyed = keyedBy(request);
    return this.#running.once(keyed, () => work(keyed));
  }

  async #first(keyed: Keyed, work: (tx: Tx) => Promise<Answer>): Promise<KeyedAnswer> {
    try {
      const answer = await this.transactions.run(async (tx) => {
        await this.#claim(tx, keyed);
        const given = await work(tx);
        await this.keys.fill(tx, keyed, given);
        return given;
      });
      return { ...answer, replayed: false };
    } catch (error) {
      if (databaseFault(error) === 'duplicate') return this.#replayOf(keyed, error);
      if (!isKept(error)) throw error;
      return this.#keep(keyed, toKeptAnswer(error));
    }
  }

  async #claim(tx: Tx, keyed: Keyed): Promise<void> {
    try {
      await this.keys.claim(tx, keyed);
    } catch (error) {
      throw isLockTimeout(error) ? inProgress() : error;
    }
  }

  /** The refused work was undone; its answer is kept by itself. */
  async #keep(keyed: Keyed, answer: Answer): Promise<KeyedAnswer> {
    try {
      await this.transactions.run((tx) => this.keys.insert(tx, keyed, answer));
      return { ...answer, replayed: false };
    } catch (error) {
      return this.#replayOf(keyed, error);
    }
  }

  /** Another process with the same key was quicker: its answer is the answer. */
  async #replayOf(keyed: Keyed, error: unknown): Promise<KeyedAnswer> {
    const winner = databaseFault(error) === 'duplicate' ? await this.#replay(keyed) : undefined;
    if (winner) return winner;
    throw error;
  }

  /** InnoDB shows a row to others before its log is on disk, so the answer leaves after a commit of our own. */
  async #replay(keyed: Keyed): Promise<KeyedAnswer | undefined> {
    const answer = await this.keys.find(keyed);
    if (answer) await this.transactions.run(async (tx) => this.keys.countReplay(tx, keyed));
    return answer;
  }
}
