import { DataSource } from 'typeorm';
import { readerOptions, SESSION_STATEMENT, writerOptions } from './data-source-options.js';
import type { DatabaseSettings, Schema } from './data-source-options.js';
import { migrate } from './migrate.js';

interface PoolLike {
  on(event: 'connection', listener: (connection: { query(sql: string): unknown }) => void): void;
}

/** Opens the database, brings its schema up to date and returns the connection that writes. */
export async function connectWriter(settings: DatabaseSettings, schema: Schema): Promise<DataSource> {
  const dataSource = new DataSource(writerOptions(settings, schema));
  await dataSource.initialize();
  try {
    if (settings.url) {
      const driver = dataSource.driver as unknown as { pool: PoolLike };
      driver.pool.on('connection', (connection) => connection.query(SESSION_STATEMENT));
    }
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

/** The connection for reads outside of transactions: a second one on the embedded file, the same pool on MySQL. */
export async function connectReader(writer: DataSource, settings: DatabaseSettings, schema: Schema): Promise<DataSource> {
  return settings.url ? writer : new DataSource(readerOptions(settings, schema)).initialize();
}
