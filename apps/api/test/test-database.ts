import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { connectWriter } from '../src/platform/database/index.js';
import type { DatabaseSettings } from '../src/platform/database/index.js';
import { SCHEMA } from '../src/schema.js';

export interface TestDatabase {
  readonly settings: DatabaseSettings;
  /** Removes the database for good. */
  readonly drop: () => Promise<void>;
}

/** An empty database of the kind that this run is about: a new file, or a new MariaDB database. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['COMANDA_TEST_MARIADB_URL'];
  if (process.env['COMANDA_TEST_DB'] !== 'mariadb') return embedded();
  if (!server) throw new Error('COMANDA_TEST_MARIADB_URL is not set.');
  const name = `comanda_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { settings: { url: url.href, file: '' }, drop: () => onServer(server, `DROP DATABASE ${name}`) };
}

/** The same with its schema in place. */
export async function openTestDatabase(): Promise<{
  dataSource: DataSource;
  settings: DatabaseSettings;
  close: () => Promise<void>;
}> {
  const { settings, drop } = await createTestDatabase();
  const dataSource = await connectWriter(settings, SCHEMA);
  const close = async (): Promise<void> => {
    await dataSource.destroy();
    await drop();
  };
  return { dataSource, settings, close };
}

function embedded(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-test-'));
  const drop = (): Promise<void> => Promise.resolve(rmSync(folder, { recursive: true }));
  return { settings: { file: join(folder, 'comanda.sqlite') }, drop };
}

async function onServer(url: string, sql: string): Promise<void> {
  const connection = await createConnection(url);
  await connection.query(sql);
  await connection.end();
}
