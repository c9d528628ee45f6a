import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QueryRunner } from 'typeorm';
import { databaseFault, isOutcomeOpen } from './database-fault.js';
import { DIALECT } from './dialect.js';
import { PackedTransaction } from './packed-transaction.js';
import { sendTogether } from './statement.js';
import type { Statement } from './statement.js';
import { Tx } from './tx.js';

const ATTEMPTS = 6;
/** No attempt begins later than this: whoever waits hears in seconds that it has to come again. */
const RETRY_MS = 4000;

/** The only door to writing: one use case is one call of {@link run}. */
@Injectable()
export class Transactions {
  readonly #inside = new AsyncLocalStorage<true>();
  #lane: Promise<unknown> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction and commits it. The whole unit runs again, for `retryMs`, after a deadlock, a lock
   * time-out or a connection that was lost before the commit, so `work` must have no effect outside of `tx`.
   */
  async run<T>(work: (tx: Tx) => Promise<T>, retryMs = RETRY_MS): Promise<T> {
    if (this.#inside.getStore()) throw new Error('Transactions.run was called inside a transaction; pass its tx on.');
    return DIALECT === 'sqlite' ? this.#inTurn(() => this.#retry(work, retryMs)) : this.#retry(work, retryMs);
  }

  /** The embedded database has one writing connection: transactions take turns. */
  async #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#lane.then(task);
    this.#lane = turn.catch(() => undefined);
    return turn;
  }

  async #retry<T>(work: (tx: Tx) => Promise<T>, retryMs: number): Promise<T> {
    const deadline = performance.now() + retryMs;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(work);
      } catch (error) {
        const over = attempt === ATTEMPTS || performance.now() > deadline;
        if (databaseFault(error) !== 'retry' || over) throw error;
        await sleep(Math.random() * 2 ** attempt * 5);
      }
    }
  }

  async #once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const packed = DIALECT === 'mysql' ? new PackedTransaction(runner) : undefined;
      await runner.startTransaction();
      const tx = new Tx(runner.manager, packed);
      const [result, rest] = await this.#inside.run(true, async () => [await work(tx), await tx.finish()]);
      if (packed) await this.#commitPacked(runner, packed, rest);
      else await sendTogether(runner, rest);
      await asCommit(() => runner.commitTransaction());
      tx.announce();
      return result;
    } catch (error) {
      // A lock time-out leaves the transaction open with half of its effects (innodb_rollback_on_timeout is off).
      if (runner.isTransactionActive) await this.#undo(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Who gets no session has sent nothing: only what comes after that can have an unknown outcome. */
  async #commitPacked(runner: QueryRunner, packed: PackedTransaction, rest: readonly Statement[]): Promise<void> {
    if (rest.length > 0) await runner.connect();
    await asCommit(() => packed.commit(rest));
  }

  /** A connection on which nothing can be undone must not come into other hands. */
  async #undo(runner: QueryRunner): Promise<void> {
    try {
      await runner.rollbackTransaction();
    } catch {
      const session = (await runner.connect().catch(() => undefined)) as { destroy?: () => void } | undefined;
      if (DIALECT === 'mysql') session?.destroy?.();
    }
  }
}

/** A connection lost while committing leaves the outcome open: running again could do the work twice. */
async function asCommit(commit: () => Promise<void>): Promise<void> {
  try {
    await commit();
  } catch (error) {
    if (isOutcomeOpen(error)) throw new CommitOutcomeUnknown(error);
    throw error;
  }
}

/** The answer to COMMIT was lost. The caller asks again with the same idempotency key and learns the outcome. */
export class CommitOutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('The database did not confirm the commit.', { cause });
  }
}
