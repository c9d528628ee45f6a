import { createWriteStream, renameSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { escape, escapeId } from 'mysql2';
import { keepOnDisk } from './keep-on-disk.js';
import { ServerSession } from './server.js';
import { FIRST_LINE, LAST_LINE } from './sql-file.js';

/** Far below what a server takes in one statement (16 MiB at MariaDB). */
const STATEMENT_CHARACTERS = 262_144;

export interface BackupCount {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes the database as it is at one moment as SQL, a statement a line; whoever uses it goes on meanwhile. A name that
 * ends in ".gz" makes it compressed.
 */
export async function backUpServer(
  url: string,
  target: string,
  progress: (line: string) => void,
): Promise<BackupCount> {
  const session = await ServerSession.open(url);
  const unfinished = `${target}.unfinished`;
  const count = { tables: 0, rows: 0 };
  try {
    await session.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await session.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    const text = Readable.from(lines(session, count, progress));
    const packing = target.endsWith('.gz') ? [createGzip()] : [];
    await pipeline([text, ...packing, createWriteStream(unfinished, { mode: 0o600 })]);
  } finally {
    session.close();
  }
  keepOnDisk(unfinished);
  renameSync(unfinished, target);
  return count;
}

async function* lines(
  session: ServerSession,
  count: { tables: number; rows: number },
  progress: (line: string) => void,
): AsyncGenerator<string> {
  yield `${FIRST_LINE}\n`;
  for (const table of await session.tables()) {
    const [made] = await session.query(`SHOW CREATE TABLE ${escapeId(table)}`);
    yield `${String(made?.['Create Table']).replaceAll('\n', ' ')};\n`;
    for await (const statement of inserts(session, table, count)) {
      yield statement;
      progress(`${table}: ${String(count.rows)} rows`);
    }
    count.tables += 1;
  }
  yield `${LAST_LINE}\n`;
}

async function* inserts(session: ServerSession, table: string, count: { rows: number }): AsyncGenerator<string> {
  let waiting: string[] = [];
  let length = 0;
  const statement = (): string => `INSERT INTO ${escapeId(table)} VALUES ${waiting.join(',')};\n`;
  for await (const row of session.rows(`SELECT * FROM ${escapeId(table)}`)) {
    const values = `(${Object.values(row).map(literal).join(',')})`;
    if (length + values.length > STATEMENT_CHARACTERS && waiting.length > 0) {
      yield statement();
      waiting = [];
      length = 0;
    }
    waiting.push(values);
    length += values.length;
    count.rows += 1;
  }
  if (waiting.length > 0) yield statement();
}

/** Only plain values: no object of a driver may decide how it is written. */
function literal(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'number' || Buffer.isBuffer(value)) {
    return escape(value);
  }
  return escape(JSON.stringify(value));
}
