import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DataSourceOptions, MixedList } from 'typeorm';
import { queryFormat } from './literal.js';

export interface Schema {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type of an entity class
  readonly entities: MixedList<Function>;
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type of a migration class
  readonly migrations: { readonly sqlite: Function[]; readonly mysql: Function[] };
}

export interface DatabaseSettings {
  /** `mysql://user:password@host:port/name`, or undefined for the embedded file. */
  readonly url?: string;
  /** Path of the embedded database's file. */
  readonly file: string;
}

/** InnoDB's default wait of 50 s would let one stuck transaction hold up a whole evening. */
const LOCK_WAIT_SECONDS = 3;
/** More connections make two cores slower, not faster (docs/decisions). */
const POOL_SIZE = 16;

/** A database on the same network answers in milliseconds or not at all. */
const CONNECT_MS = 1500;

/** Both are spoken to through mysql2; TypeORM reads their catalogues differently. */
export type ServerKind = 'mysql' | 'mariadb';

/** Options of the connection that writes. */
export function writerOptions(
  settings: DatabaseSettings,
  schema: Schema,
  server: ServerKind = 'mysql',
): DataSourceOptions {
  const shared = { synchronize: false, migrationsRun: false, logging: false } as const;
  if (settings.url) {
    return {
      ...shared,
      type: server,
      url: settings.url,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      connectTimeout: CONNECT_MS,
      extra: {
        connectionLimit: POOL_SIZE,
        maxIdle: POOL_SIZE,
        enableKeepAlive: true,
        multipleStatements: true,
        queryFormat,
      },
      entities: schema.entities,
      migrations: schema.migrations.mysql,
    };
  }
  mkdirSync(dirname(settings.file), { recursive: true });
  return {
    ...shared,
    type: 'better-sqlite3',
    database: settings.file,
    enableWAL: true,
    timeout: 5000,
    prepareDatabase: (database: { pragma(text: string): unknown }) => {
      database.pragma('synchronous = FULL');
      database.pragma('foreign_keys = ON');
    },
    entities: schema.entities,
    migrations: schema.migrations.sqlite,
  };
}

/** Options of the second, read-only connection to the embedded file. */
export function readerOptions(settings: DatabaseSettings, schema: Schema): DataSourceOptions {
  return { type: 'better-sqlite3', database: settings.file, readonly: true, timeout: 5000, entities: schema.entities };
}

const SESSION_STATEMENT =
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; ' +
  `SET SESSION innodb_lock_wait_timeout = ${String(LOCK_WAIT_SECONDS)}, ` +
  `SESSION sql_mode = CONCAT(REPLACE(@@sql_mode, 'NO_BACKSLASH_ESCAPES', ''), ',STRICT_ALL_TABLES'), time_zone = '+00:00'`;

/** No transaction of ours waits so long between two statements: who does has vanished, and its rows are set free. */
const IDLE_TRANSACTION_SECONDS = 5;

/** Said to every new connection; once each, for a transaction that says it again costs a round trip. */
export function sessionStatement(server: ServerKind): string {
  // MySQL has no such setting.
  const freeing = `, idle_transaction_timeout = ${String(IDLE_TRANSACTION_SECONDS)}`;
  return server === 'mariadb' ? SESSION_STATEMENT + freeing : SESSION_STATEMENT;
}
