import type { DataSource, QueryRunner } from 'typeorm';

/** The database cannot be used as it is; the message is one plain sentence for the operator. */
export class DatabaseRefused extends Error {}

const LOCK_NAME = 'comanda-migrations';

/** More names than these tell nobody more. */
const MOST_NAMED = 5;

/**
 * Runs pending migrations, one process at a time, and refuses a schema that is newer than this program and a database
 * that is somebody else's: nothing is ever written among foreign tables.
 */
export async function migrate(dataSource: DataSource, patienceSeconds = 60): Promise<void> {
  const runner = dataSource.createQueryRunner();
  const mysql = dataSource.options.type !== 'better-sqlite3';
  try {
    if (mysql) await takeTurn(runner, patienceSeconds);
    refuseOthers(dataSource, await tablesIn(runner, mysql), await appliedMigrations(runner));
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    if (mysql) await runner.query(`SELECT RELEASE_LOCK('${LOCK_NAME}')`);
    await runner.release();
  }
}

async function takeTurn(runner: QueryRunner, patienceSeconds: number): Promise<void> {
  const sql = `SELECT GET_LOCK('${LOCK_NAME}', ${String(patienceSeconds)}) AS taken`;
  const [turn] = (await runner.query(sql)) as { taken: unknown }[];
  if (Number(turn?.taken) === 1) return;
  throw new DatabaseRefused(
    'Another process has been bringing a database of this server up to date for a while. Start again once it is done.',
  );
}

function refuseOthers({ migrations }: DataSource, tables: readonly string[], applied: readonly string[]): void {
  const known = new Set(migrations.map((migration) => migration.name ?? migration.constructor.name));
  const unknown = applied.filter((name) => !known.has(name));
  const ours = applied.some((name) => known.has(name));
  if (!ours && tables.length > 0) {
    const more = tables.length > MOST_NAMED ? ' ...' : '';
    throw new DatabaseRefused(
      `The database holds tables that are not Comanda's (${tables.slice(0, MOST_NAMED).join(', ')}${more}), or those of ` +
        'a first start that was broken off. Give Comanda an empty database of its own.',
    );
  }
  if (unknown.length > 0) {
    throw new DatabaseRefused(
      `The database was made by a newer version of Comanda (it has "${unknown.join('", "')}"). ` +
        'Start that version, or restore a backup made with this one.',
    );
  }
}

async function tablesIn(runner: QueryRunner, mysql: boolean): Promise<string[]> {
  const rows = (await runner.query(
    mysql
      ? 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
      : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  )) as { name: string }[];
  return rows.map(({ name }) => name).filter((name) => name !== 'migrations');
}

/** By name; a table of migrations that is somebody else's has other columns, perhaps. */
async function appliedMigrations(runner: QueryRunner): Promise<string[]> {
  if (!(await runner.hasTable('migrations'))) return [];
  const rows = (await runner.query('SELECT * FROM migrations')) as { name?: unknown }[];
  return rows.map(({ name }) => String(name));
}
