import { createConnection } from 'mysql2/promise';
import type { RowDataPacket } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { readerOptions, SESSION_STATEMENT, writerOptions } from './data-source-options.js';
import type { DatabaseSettings, Schema, ServerKind } from './data-source-options.js';
import { migrate } from './migrate.js';

interface PoolLike {
  on(event: 'connection', listener: (connection: { query(sql: string): unknown }) => void): void;
}

/** Opens the database, brings its schema up to date and returns the connection that writes. */
export async function connectWriter(settings: DatabaseSettings, schema: Schema): Promise<DataSource> {
  const dataSource = new DataSource(
    writerOptions(settings, schema, settings.url ? await serverKind(settings.url) : 'mysql'),
  );
  await dataSource.initialize();
  try {
    if (settings.url) {
      const driver = dataSource.driver as unknown as { pool: PoolLike };
      driver.pool.on('connection', (connection) => connection.query(SESSION_STATEMENT));
      // The first connection was made before anybody listened.
      await dataSource.query(SESSION_STATEMENT);
    }
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

/** The connection for reads outside of transactions: a second one on the embedded file, the same pool on MySQL. */
export async function connectReader(
  writer: DataSource,
  settings: DatabaseSettings,
  schema: Schema,
): Promise<DataSource> {
  return settings.url ? writer : new DataSource(readerOptions(settings, schema)).initialize();
}

async function serverKind(url: string): Promise<ServerKind> {
  const connection = await createConnection({ uri: url, connectTimeout: 4000 });
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version');
    return String(rows[0]?.['version']).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}
