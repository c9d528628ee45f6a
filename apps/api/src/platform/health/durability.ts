import type { DataSource } from 'typeorm';
import { DIALECT } from '../database/index.js';

type Values = Readonly<Record<string, unknown>>;

/** What keeps an answered order through a power cut; a sentence for each setting that does not. */
export async function weakDurability(dataSource: DataSource): Promise<readonly string[]> {
  return DIALECT === 'sqlite' ? ofSqlite(dataSource) : ofMysql(dataSource);
}

const SQLITE_FULL = 2;

async function ofSqlite(dataSource: DataSource): Promise<string[]> {
  const [row] = await dataSource.query<Values[]>('PRAGMA synchronous');
  return Number(row?.['synchronous']) >= SQLITE_FULL
    ? []
    : ['The database file is not synchronised at each commit (PRAGMA synchronous is below FULL).'];
}

async function ofMysql(dataSource: DataSource): Promise<string[]> {
  const [row] = await dataSource.query<Values[]>(
    'SELECT @@innodb_flush_log_at_trx_commit AS flush_log, @@log_bin AS log_bin, @@sync_binlog AS sync_binlog',
  );
  const flushLog = Number(row?.['flush_log']);
  const syncBinlog = Number(row?.['sync_binlog']);
  const loose = [];
  if (flushLog !== 1) loose.push(`innodb_flush_log_at_trx_commit is ${String(flushLog)}; set it to 1.`);
  if (Number(row?.['log_bin']) === 1 && syncBinlog !== 1) {
    loose.push(`sync_binlog is ${String(syncBinlog)} while the binary log is on; set it to 1.`);
  }
  return loose;
}
