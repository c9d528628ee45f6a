import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import { DIALECT } from './dialect.js';
import { toLiteral } from './literal.js';
import { FOR_EACH_JOIN, usingIndex } from './plan.js';
import type { Row, Statement } from './statement.js';

/** Below what SQLite takes in one statement (32,766). */
const MOST_VALUES = 30_000;

interface Column {
  readonly name: string;
  /** Whether a row that does not name it gets NULL. */
  readonly isNullUnnamed: boolean;
  readonly toStored: (value: unknown) => unknown;
  readonly fromStored: (value: unknown) => unknown;
}

interface Below {
  /** All, unless said. */
  readonly columns?: readonly string[];
  /** An order, when it matters. */
  readonly rest?: string;
  readonly values: readonly unknown[];
}

/** What a row's column becomes, as SQL, when it is not its value; nothing of it may come from outside. */
export type Expressions<T> = Readonly<Record<string, (row: T) => string>>;

/** An entity's table for the busiest paths: rows go in and out by the columns that the entity declares, many at once. */
export class Table<T extends ObjectLiteral> {
  static readonly #made = new WeakMap<EntityMetadata, Table<ObjectLiteral>>();
  readonly columns: string;
  readonly #name: string;
  readonly #columns: readonly Column[];
  /** What the database holds of rows that were read to be changed. */
  readonly #held = new WeakMap<T, Row>();

  private constructor(metadata: EntityMetadata) {
    this.#name = `\`${metadata.tableName}\``;
    this.#columns = metadata.columns.map(toColumn);
    this.columns = this.#columns.map(({ name }) => `\`${name}\``).join(', ');
  }

  static of<T extends ObjectLiteral>(manager: EntityManager, entity: EntityTarget<T>): Table<T> {
    const metadata = manager.dataSource.getMetadata(entity);
    const table = this.#made.get(metadata) ?? new Table<ObjectLiteral>(metadata);
    this.#made.set(metadata, table);
    return table as unknown as Table<T>;
  }

  /** As few statements as the database takes for so many rows; columns in which none has a value are left out. */
  insert(rows: readonly T[], expressions: Expressions<T> = {}): Statement[] {
    const columns = this.#columns.filter(
      ({ name, isNullUnnamed }) => !isNullUnnamed || rows.some((row) => isSet(row[name])),
    );
    const names = columns.map(({ name }) => `\`${name}\``).join(', ');
    const most = Math.floor(MOST_VALUES / columns.length);
    const statements: Statement[] = [];
    for (let from = 0; from < rows.length; from += most) {
      const { sql, values } = listRows(rows.slice(from, from + most), columns, expressions);
      statements.push({ sql: `INSERT INTO ${this.#name} (${names}) VALUES ${sql}`, values });
    }
    return statements;
  }

  /** Inserts rows; where a row with the same key is there already it takes over `changed`. */
  upsert(rows: readonly T[], keys: readonly (keyof T & string)[], changed: readonly (keyof T & string)[]): Statement[] {
    const taken = changed.map((name) =>
      DIALECT === 'mysql' ? `\`${name}\` = VALUES(\`${name}\`)` : `\`${name}\` = excluded.\`${name}\``,
    );
    const conflict = DIALECT === 'mysql' ? 'ON DUPLICATE KEY UPDATE' : `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET`;
    return this.insert(rows).map(({ sql, values }) => ({ sql: `${sql} ${conflict} ${taken.join(', ')}`, values }));
  }

  /** Writes some columns of the row with this key. */
  update(row: Partial<T>, where: Partial<T>): Statement {
    const changed = this.#columns.filter(({ name }) => name in row);
    const keys = this.#columns.filter(({ name }) => name in where);
    const equal = ({ name }: Column): string => `\`${name}\` = ?`;
    return {
      sql: `UPDATE ${this.#name} SET ${changed.map(equal).join(', ')} WHERE ${keys.map(equal).join(' AND ')}`,
      values: [...valuesOf([row], changed), ...valuesOf([where], keys)],
    };
  }

  /** The rows below others, found by the first column of the primary key: `chosen` selects the others' ids AS chosenId. */
  selectBelow(chosen: string, key: keyof T & string, { columns, rest = '', values }: Below): Statement {
    const own = `${this.#name}${usingIndex('PRIMARY')}`;
    const wanted = columns?.map((name) => `\`${name}\``).join(', ') ?? this.columns;
    const sql = `SELECT ${wanted} FROM (${chosen}) AS chosen ${FOR_EACH_JOIN} ${own} ON \`${key}\` = chosenId${rest}`;
    return { sql, values };
  }

  /** Writes what of a row differs from what was read; all of it when it was not {@link readToChange}, perhaps nothing. */
  change(row: T, where: Partial<T>): Statement[] {
    const held = this.#held.get(row);
    const now = Object.fromEntries(this.#columns.map(({ name, toStored }) => [name, toStored(row[name])]));
    const differing = this.#columns.filter(({ name }) => !(name in where) && !(held && isSame(held[name], now[name])));
    this.#held.set(row, now);
    if (differing.length === 0) return [];
    return [this.update(Object.fromEntries(differing.map(({ name }) => [name, row[name]])) as Partial<T>, where)];
  }

  /**
   * All columns of the rows for which the condition holds; `rest` may go on with an order, a limit or a lock. With an
   * index they are found by it, see {@link usingIndex}.
   */
  select(rest: string, values: readonly unknown[], index?: string): Statement {
    const using = index === undefined ? '' : usingIndex(index);
    return { sql: `SELECT ${this.columns} FROM ${this.#name}${using} WHERE ${rest}`, values };
  }

  /** A row with the types that the entity declares. */
  read(row: Row): T {
    const read: Record<string, unknown> = {};
    for (const { name, fromStored } of this.#columns) read[name] = fromStored(row[name]);
    return read as T;
  }

  /** The same of a row that nobody else changes before this transaction ends. */
  readToChange(row: Row): T {
    const read = this.read(row);
    this.#held.set(read, row);
    return read;
  }
}

function toColumn(column: EntityMetadata['columns'][number]): Column {
  const { databaseName: name, transformer } = column;
  const isNullUnnamed = column.isNullable && column.default === undefined;
  const asIs = (value: unknown): unknown => value;
  if (!transformer || Array.isArray(transformer)) return { name, isNullUnnamed, toStored: asIs, fromStored: asIs };
  return {
    name,
    isNullUnnamed,
    toStored: (value) => transformer.to(value) as unknown,
    fromStored: (value) => transformer.from(value) as unknown,
  };
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** Of stored values: a driver may give a number as text. */
function isSame(held: unknown, stored: unknown): boolean {
  return isSet(held) && isSet(stored) ? String(held) === String(stored) : isSet(held) === isSet(stored);
}

/** What comes after VALUES. On MySQL the values stand in it at once: to put four hundred for each order in later is slow. */
function listRows<T extends ObjectLiteral>(
  rows: readonly T[],
  columns: readonly Column[],
  expressions: Expressions<T>,
): Statement {
  if (DIALECT === 'mysql') return { sql: asText(rows, columns, expressions), values: [] };
  const marks = (row: T): string => columns.map(({ name }) => expressions[name]?.(row) ?? '?').join(', ');
  const bound = columns.filter(({ name }) => !expressions[name]);
  return { sql: rows.map((row) => `(${marks(row)})`).join(', '), values: valuesOf(rows, bound) };
}

function asText<T extends ObjectLiteral>(
  rows: readonly T[],
  columns: readonly Column[],
  expressions: Expressions<T>,
): string {
  const cells = columns.map(({ name, toStored }) => ({ name, toStored, express: expressions[name] }));
  let text = '';
  for (const row of rows) {
    let before = text === '' ? '(' : ', (';
    for (const { name, toStored, express } of cells) {
      text += before + (express ? express(row) : toLiteral(toStored(row[name])));
      before = ', ';
    }
    text += ')';
  }
  return text;
}

/** In a plain loop: an order has four hundred values. */
function valuesOf(rows: readonly ObjectLiteral[], columns: readonly Column[]): unknown[] {
  const values: unknown[] = [];
  for (const row of rows) for (const { name, toStored } of columns) values.push(toStored(row[name]));
  return values;
}
