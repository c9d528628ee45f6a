import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { EXIT, Failure } from '../failure.js';
import { keepOnDisk } from './keep-on-disk.js';

/** Writes the database as it is at one moment into a file of its own; whoever uses it goes on meanwhile. */
export function backUpFile(file: string, target: string): void {
  if (!existsSync(file)) throw new Failure(EXIT.notUnderstood, `There is no database at ${file}.`);
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  const database = new Sqlite(file, { readonly: true, timeout: 10_000 });
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    database.close();
  }
  requireSound(unfinished);
  keepOnDisk(unfinished);
  renameSync(unfinished, target);
}

/** Puts a backup where no database is yet. */
export function restoreFile(backup: string, file: string): void {
  for (const path of [file, `${file}-wal`]) {
    if (existsSync(path)) {
      throw new Failure(EXIT.refused, `${path} exists. Stop Comanda and move the old database away first.`);
    }
  }
  requireSound(backup);
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  copyFileSync(backup, unfinished);
  keepOnDisk(unfinished);
  renameSync(unfinished, file);
}

function requireSound(file: string): void {
  const refuse = (why: string): never => {
    throw new Failure(EXIT.notUnderstood, `${file} is not a sound backup of an embedded database: ${why}.`);
  };
  if (!existsSync(file)) refuse('there is no such file');
  try {
    const database = new Sqlite(file, { readonly: true });
    try {
      const verdict = String(database.pragma('integrity_check', { simple: true }));
      if (verdict !== 'ok') refuse(verdict);
      if (!database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").get()) refuse('not of Comanda');
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    refuse(error instanceof Error ? error.message : String(error));
  }
}
