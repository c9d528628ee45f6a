import { DatabaseRefused } from '../database/index.js';
import { SettingsRefused } from './settings.js';
import type { Settings } from './settings.js';

const PORT_SENTENCES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use. Stop the other program, or choose another one with PORT=3001.',
  EACCES: 'is not allowed for this user. Choose one above 1023, for example PORT=3000.',
};

const DATABASE_SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No database server answers at the address in DATABASE_URL. Start it, or mend the address.',
  ENOTFOUND: 'The host in DATABASE_URL is not known. Mend the address.',
  ETIMEDOUT: 'The database server in DATABASE_URL does not answer. Check the address and the network.',
  ER_ACCESS_DENIED_ERROR: 'The database server refuses the user or password in DATABASE_URL.',
  ER_DBACCESS_DENIED_ERROR: 'The user in DATABASE_URL may not use that database.',
  ER_BAD_DB_ERROR: 'The database named in DATABASE_URL does not exist. Create it first.',
  SQLITE_CANTOPEN: 'The database file cannot be opened. Check DATA_DIR and its permissions.',
  SQLITE_READONLY: 'The database file cannot be written. Check DATA_DIR and its permissions.',
  SQLITE_NOTADB: 'The database file is not one of Comanda. Move it away, or choose another DATA_DIR.',
  SQLITE_FULL: 'The disk is full.',
  ENOSPC: 'The disk is full.',
};

/** The one plain sentence for an operator whose start failed; undefined when the cause is not known. */
export function startupSentence(error: unknown, settings?: Settings): string | undefined {
  if (error instanceof SettingsRefused || error instanceof DatabaseRefused) return error.message;
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const aboutPort = PORT_SENTENCES[code];
  if (aboutPort && isListenError(error)) return `Port ${String(settings?.port ?? '')} ${aboutPort}`;
  if (code === 'EACCES') return DATABASE_SENTENCES['SQLITE_CANTOPEN'];
  return DATABASE_SENTENCES[code];
}

function isListenError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error && error.syscall === 'listen';
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? codeOf(error.driverError) : undefined;
}
