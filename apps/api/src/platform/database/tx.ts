import type { EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { DIALECT } from './dialect.js';
import type { PackedTransaction } from './packed-transaction.js';
import { sendTogether } from './statement.js';
import type { Row, Statement } from './statement.js';
import { Table } from './table.js';

type Step = () => Promise<void>;

interface Upserts {
  readonly rows: ObjectLiteral[];
  readonly toStatements: () => Statement[];
}

/** What comes after the condition of a query to lock its rows, where the database has row locks. */
export const FOR_UPDATE = DIALECT === 'mysql' ? ' FOR UPDATE' : '';

/** One running transaction. It is handed from function to function; nobody else may write. */
export class Tx {
  readonly #beforeCommit: Step[] = [];
  readonly #afterCommit: (() => void)[] = [];
  readonly #inserts = new Map<EntityTarget<ObjectLiteral>, ObjectLiteral[]>();
  readonly #upserts = new Map<EntityTarget<ObjectLiteral>, Upserts>();
  #writes: Statement[] = [];

  constructor(
    readonly manager: EntityManager,
    private readonly packed?: PackedTransaction,
  ) {}

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

  /** Runs statements now, together, and resolves to the rows of each. */
  send(statements: readonly Statement[]): Promise<Row[][]> {
    return this.packed ? this.packed.send(statements) : sendTogether(this.manager, statements);
  }

  table<T extends ObjectLiteral>(entity: EntityTarget<T>): Table<T> {
    return Table.of(this.manager, entity);
  }

  /** Adds rows, as they are by then, when the transaction ends: those of one table go in together. */
  insert<T extends ObjectLiteral>(entity: EntityTarget<T>, rows: readonly T[]): void {
    const waiting = this.#inserts.get(entity);
    if (waiting) waiting.push(...rows);
    else if (rows.length > 0) this.#inserts.set(entity, [...rows]);
  }

  /**
   * Inserts rows after the others when the transaction ends; where one with the same key is there already, it takes over
   * `changed`. Those of one table go in together, so that everybody names the same keys and columns for it.
   */
  upsert<T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    rows: readonly T[],
    keys: readonly (keyof T & string)[],
    changed: readonly (keyof T & string)[],
  ): void {
    const waiting = this.#upserts.get(entity);
    if (waiting) waiting.rows.push(...rows);
    else if (rows.length > 0) {
      const own = [...rows];
      this.#upserts.set(entity, { rows: own, toStatements: () => this.table(entity).upsert(own, keys, changed) });
    }
  }

  /** Writes when the transaction ends, after the inserts. */
  write(...statements: readonly Statement[]): void {
    this.#writes.push(...statements);
  }

  /** Writes what waits, for whoever reads it in the same transaction. */
  async flush(): Promise<void> {
    const waiting = this.#takeWaiting();
    if (waiting.length > 0) await this.send(waiting);
  }

  /** The last work inside the transaction. Resolves to what must be written with the commit. */
  async finish(): Promise<Statement[]> {
    for (const step of this.#beforeCommit) await step();
    return this.#takeWaiting();
  }

  announce(): void {
    for (const step of this.#afterCommit) step();
  }

  #takeWaiting(): Statement[] {
    const inserts = [...this.#inserts].flatMap(([entity, rows]) => this.table(entity).insert(rows));
    const upserts = [...this.#upserts.values()].flatMap(({ toStatements }) => toStatements());
    const waiting = [...inserts, ...upserts, ...this.#writes];
    this.#inserts.clear();
    this.#upserts.clear();
    this.#writes = [];
    return waiting;
  }
}
