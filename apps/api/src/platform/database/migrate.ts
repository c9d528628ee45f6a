import type { DataSource } from 'typeorm';

/** The database cannot be used as it is; the message is one plain sentence for the operator. */
export class DatabaseRefused extends Error {}

const LOCK_NAME = 'comanda-migrations';

/** Runs pending migrations, one process at a time, and refuses a schema that is newer than this program. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  const mysql = dataSource.options.type !== 'better-sqlite3';
  try {
    if (mysql) await runner.query(`SELECT GET_LOCK('${LOCK_NAME}', 60)`);
    await refuseNewer(dataSource);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    if (mysql) await runner.query(`SELECT RELEASE_LOCK('${LOCK_NAME}')`);
    await runner.release();
  }
}

async function refuseNewer(dataSource: DataSource): Promise<void> {
  const applied = await appliedMigrations(dataSource);
  const known = new Set(dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new DatabaseRefused(
      `The database was made by a newer version of Comanda (it has "${unknown.join('", "')}"). ` +
        'Start that version, or restore a backup made with this one.',
    );
  }
}

async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return [];
    const rows = (await runner.query('SELECT name FROM migrations')) as { name: string }[];
    return rows.map((row) => row.name);
  } finally {
    await runner.release();
  }
}
