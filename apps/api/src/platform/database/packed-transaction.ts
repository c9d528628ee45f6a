import type { QueryRunner } from 'typeorm';
import type { Session } from './pool.js';
import { inOnePacket } from './statement.js';
import type { Row, Statement } from './statement.js';

const BEGIN: Statement = { sql: 'START TRANSACTION', values: [] };
const COMMIT: Statement = { sql: 'COMMIT', values: [] };
const ROLLBACK = 'ROLLBACK';

/**
 * A transaction on MySQL whose START TRANSACTION travels with its first statements and whose COMMIT travels with its
 * last ones: two round trips fewer.
 */
export class PackedTransaction {
  readonly #runner: QueryRunner;
  #state: 'unbegun' | 'open' | 'committed' = 'unbegun';

  constructor(runner: QueryRunner) {
    const query = runner.query.bind(runner);
    this.#runner = runner;
    // TypeORM ends and begins by itself, and sends statements of its own in between.
    runner.query = (async (sql: string, ...rest: []): Promise<unknown> => {
      if (this.#isSaid(sql)) return undefined;
      if (this.#state === 'unbegun') await this.send([]);
      return query(sql, ...rest);
    }) as QueryRunner['query'];
  }

  /** Runs statements, together, and resolves to the rows of each. */
  async send(statements: readonly Statement[]): Promise<Row[][]> {
    const isBegun = this.#state === 'open';
    if (isBegun && statements.length === 0) return [];
    this.#state = 'open';
    const session = (await this.#runner.connect()) as Session;
    if (isBegun) return inOnePacket(session, statements);
    const [, ...results] = await inOnePacket(session, [BEGIN, ...statements]);
    return results;
  }

  /** Runs the last statements and commits. One that has sent nothing has nothing to commit. */
  async commit(statements: readonly Statement[]): Promise<void> {
    if (this.#state === 'open' || statements.length > 0) await this.send([...statements, COMMIT]);
    this.#state = 'committed';
  }

  #isSaid(sql: string): boolean {
    if (sql === BEGIN.sql) return true;
    return sql === COMMIT.sql ? this.#state === 'committed' : sql === ROLLBACK && this.#state === 'unbegun';
  }
}
