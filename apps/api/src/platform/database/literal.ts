import { escape, format } from 'mysql2';
import type { SqlValue } from 'mysql2';

/**
 * A value in MySQL's SQL. Only what would end a text is escaped: to escape the double quotes of JSON, as the driver does,
 * makes orders and events a fifth longer. Our sessions take the backslash for what it is (data-source-options).
 */
export function toLiteral(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return String(value);
  return value === null || value === undefined ? 'NULL' : escape(value as SqlValue, false, 'Z');
}

function quoted(text: string): string {
  const isPlain = !text.includes("'") && !text.includes('\\');
  return isPlain ? `'${text}'` : `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}

/** SQL with its values in the place of their `?`. */
export function withLiterals(sql: string, values: readonly unknown[]): string {
  if (values.length === 0) return sql;
  const [first = '', ...rest] = sql.split('?');
  if (rest.length !== values.length) throw new Error(`So many values do not fit: ${sql}`);
  return rest.reduce((text, part, at) => text + toLiteral(values[at]) + part, first);
}

/** What the driver sends of a query: it would look for `?` in long SQL that has its values already. */
export function queryFormat(sql: string, values: unknown): string {
  return Array.isArray(values) && values.length === 0 ? sql : format(sql, values as SqlValue[], false, 'Z');
}
