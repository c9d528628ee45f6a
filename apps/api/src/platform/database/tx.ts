import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { DIALECT } from './dialect.js';

type Step = () => Promise<void>;

/** One running transaction. It is handed from function to function; nobody else may write. */
export class Tx {
  readonly #beforeCommit: Step[] = [];
  readonly #afterCommit: (() => void)[] = [];

  constructor(readonly manager: EntityManager) {}

  /** Runs last inside the transaction, in the order of the calls. */
  beforeCommit(step: Step): void {
    this.#beforeCommit.push(step);
  }

  /** Runs once the transaction is durable; never when it is rolled back. */
  afterCommit(step: () => void): void {
    this.#afterCommit.push(step);
  }

  /** Adds a row lock to a query where the database has them; the embedded one lets a single writer in at a time. */
  locking<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
    return DIALECT === 'mysql' ? query.setLock('pessimistic_write') : query;
  }

  async finish(): Promise<void> {
    for (const step of this.#beforeCommit) await step();
  }

  announce(): void {
    for (const step of this.#afterCommit) step();
  }
}
