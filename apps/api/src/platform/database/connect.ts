import { createConnection } from 'mysql2/promise';
import type { RowDataPacket } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { readerOptions, writerOptions } from './data-source-options.js';
import type { DatabaseSettings, Schema, ServerKind } from './data-source-options.js';
import { migrate } from './migrate.js';
import { endLongWaits, endSilentSessions, giveSessionsTheirRules } from './sessions.js';

/** Opens the database, brings its schema up to date and returns the connection that writes. */
export async function connectWriter(settings: DatabaseSettings, schema: Schema): Promise<DataSource> {
  const dataSource = new DataSource(
    writerOptions(settings, schema, settings.url ? await serverKind(settings.url) : 'mysql'),
  );
  await dataSource.initialize();
  try {
    if (settings.url) await giveSessionsTheirRules(dataSource);
    await migrate(dataSource);
    // A migration may take its time.
    if (settings.url) {
      endSilentSessions(dataSource);
      endLongWaits(dataSource);
    }
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
