import { EntityManager } from 'typeorm';
import { DIALECT } from './dialect.js';
import { withLiterals } from './literal.js';
import { ask, poolOf } from './pool.js';
import type { Asked } from './pool.js';

/** SQL with `?` for its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What takes SQL: an entity manager, a query runner. */
export interface Sender {
  query<T>(sql: string, values?: unknown[]): Promise<T>;
}

/** A row as the driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs statements in their order and resolves to the rows of each: in one round trip where there is a network. */
export async function sendTogether(sender: Sender, statements: readonly Statement[]): Promise<Row[][]> {
  if (statements.length === 0) return [];
  if (DIALECT === 'sqlite') return oneByOne(sender, statements);
  const inTransaction = !(sender instanceof EntityManager) || sender.queryRunner;
  if (!inTransaction) return inOnePacket(poolOf(sender.dataSource), statements);
  return resultsOf(await sender.query(inOne(statements)), statements);
}

/** The same with a session of MySQL that is in our hands, or any of the pool. */
export async function inOnePacket(asked: Asked, statements: readonly Statement[]): Promise<Row[][]> {
  return resultsOf(await ask(asked, inOne(statements)), statements);
}

function inOne(statements: readonly Statement[]): string {
  return statements.map(({ sql, values }) => withLiterals(sql, values)).join(';\n');
}

/** Several statements are answered with a list, a single one with what it answers. */
function resultsOf(results: unknown, { length }: readonly Statement[]): Row[][] {
  return length === 1 ? [rowsOf(results)] : (results as unknown[]).map(rowsOf);
}

async function oneByOne(sender: Sender, statements: readonly Statement[]): Promise<Row[][]> {
  const results: Row[][] = [];
  for (const { sql, values } of statements) results.push(rowsOf(await sender.query(sql, [...values])));
  return results;
}

/** What a change answers is no rows. */
function rowsOf(result: unknown): Row[] {
  return Array.isArray(result) ? (result as Row[]) : [];
}
