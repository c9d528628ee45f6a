// The database under test: how the product reaches it, how the test reads it, and how it dies.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import mysql from 'mysql2/promise';
import { startMariadb } from '../support/mariadb.mjs';
import { Wire } from '../installation/wire.mjs';

/** A private MariaDB; the product reaches it over a wire that can be cut, the test reads it directly. */
export async function onServer() {
  const server = await startMariadb();
  const wire = await Wire.to(Number(new URL(server.url).port));
  const direct = new URL('faults', server.url).href;
  const connection = await mysql.createConnection(server.url);
  await connection.query('CREATE DATABASE faults');
  await connection.end();
  const wired = new URL(direct);
  wired.port = String(wire.port);
  const rows = async (sql, values) => {
    const reading = await mysql.createConnection(direct);
    try {
      return (await reading.query(sql, values))[0];
    } finally {
      await reading.end();
    }
  };
  return { env: { DATABASE_URL: wired.href }, wire, rows, kill: server.kill, revive: server.revive };
}

/** The embedded file; it dies with the process that has it open. */
export async function embedded() {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-faults-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const rows = async (sql, values) => {
    const reading = new Sqlite(join(folder, 'comanda.sqlite'), { readonly: true });
    try {
      return reading.prepare(sql).all(values);
    } finally {
      reading.close();
    }
  };
  return { env: { DATA_DIR: folder }, rows };
}
