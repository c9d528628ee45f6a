import type { EntityManager } from 'typeorm';
import { DIALECT } from './dialect.js';

/** SQL with `?` for its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** A row as the driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs statements in their order and resolves to the rows of each: in one round trip where there is a network. */
export async function sendTogether(manager: EntityManager, statements: readonly Statement[]): Promise<Row[][]> {
  if (statements.length === 0) return [];
  return DIALECT === 'mysql' ? inOnePacket(manager, statements) : oneByOne(manager, statements);
}

async function inOnePacket(manager: EntityManager, statements: readonly Statement[]): Promise<Row[][]> {
  const sql = statements.map((statement) => statement.sql).join(';\n');
  const results = await manager.query<unknown[]>(
    sql,
    statements.flatMap(({ values }) => values),
  );
  return statements.length === 1 ? [rowsOf(results)] : results.map(rowsOf);
}

async function oneByOne(manager: EntityManager, statements: readonly Statement[]): Promise<Row[][]> {
  const results: Row[][] = [];
  for (const { sql, values } of statements) results.push(rowsOf(await manager.query(sql, [...values])));
  return results;
}

/** What a change answers is no rows. */
function rowsOf(result: unknown): Row[] {
  return Array.isArray(result) ? (result as Row[]) : [];
}
