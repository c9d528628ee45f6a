import { DIALECT } from './dialect.js';
import { withLiterals } from './literal.js';

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
  return DIALECT === 'mysql' ? inOnePacket(sender, statements) : oneByOne(sender, statements);
}

async function inOnePacket(sender: Sender, statements: readonly Statement[]): Promise<Row[][]> {
  const sql = statements.map((statement) => withLiterals(statement.sql, statement.values)).join(';\n');
  const results = await sender.query<unknown[]>(sql);
  return statements.length === 1 ? [rowsOf(results)] : results.map(rowsOf);
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
