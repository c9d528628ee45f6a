import { DatabaseRefused } from '../database/index.js';
import { SettingsRefused } from './settings.js';
import type { Settings } from './settings.js';

/** What the errors of Node and of the drivers carry. */
interface Fault {
  readonly code: string;
  readonly syscall?: string;
  readonly port?: number;
  readonly hostname?: string;
}

interface Place {
  readonly port: string;
  readonly host: string;
  readonly setting: 'PORT' | 'METRICS_PORT';
}

const LISTEN_SENTENCES: Readonly<Record<string, (place: Place) => string>> = {
  EADDRINUSE: ({ port, setting }) =>
    `Port ${port} is in use. Stop the other program, or choose another one, for example ${setting}=${next(port)}.`,
  EACCES: ({ port, setting }) =>
    `Port ${port} is not allowed for this user. Choose one above 1023, for example ${setting}=3000.`,
  EADDRNOTAVAIL: ({ host }) => `This machine does not have the address "${host}". ${MEND_HOST}`,
  EINVAL: ({ host }) => `This machine does not have the address "${host}". ${MEND_HOST}`,
};
const MEND_HOST = 'Set HOST to 0.0.0.0 for all networks, or to 127.0.0.1 for this machine alone.';

const NO_FOLDER = 'There is a file in the way of the folder in DATA_DIR. Move it away, or choose another DATA_DIR.';
const NOT_WRITABLE = 'The folder in DATA_DIR cannot be written by this user. Mend its permissions, or choose another.';
const DISK_FULL = 'The disk is full. Make room, or choose another DATA_DIR.';

const FOLDER_SENTENCES: Readonly<Record<string, string>> = {
  EEXIST: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  EACCES: NOT_WRITABLE,
  EPERM: NOT_WRITABLE,
  EROFS: NOT_WRITABLE,
  ENOENT: NOT_WRITABLE,
  ENAMETOOLONG: 'The name of the folder in DATA_DIR is too long. Choose another.',
};

const DATABASE_SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No database server answers at the address in DATABASE_URL. Start it, or mend the address.',
  ENOTFOUND: 'The host in DATABASE_URL is not known. Mend the address.',
  EAI_AGAIN: 'The host in DATABASE_URL is not known just now. Check the name server, or mend the address.',
  EHOSTUNREACH: 'No way leads to the host in DATABASE_URL. Check the address and the network.',
  ETIMEDOUT: 'The database server in DATABASE_URL does not answer. Check the address and the network.',
  ECONNRESET: 'The server in DATABASE_URL hung up. Check that it is MySQL or MariaDB, and takes connections.',
  PROTOCOL_CONNECTION_LOST: 'The server in DATABASE_URL hung up. Check that it is MySQL or MariaDB.',
  ER_CON_COUNT_ERROR: 'The database server has too many connections. End some, or raise its max_connections.',
  ER_ACCESS_DENIED_ERROR: 'The database server refuses the user or password in DATABASE_URL.',
  ER_DBACCESS_DENIED_ERROR: 'The user in DATABASE_URL may not use that database.',
  ER_TABLEACCESS_DENIED_ERROR: 'The user in DATABASE_URL may not make tables. Grant it all rights on its database.',
  ER_BAD_DB_ERROR: 'The database named in DATABASE_URL does not exist. Create it first.',
  ER_DISK_FULL: 'The disk of the database server is full.',
  ER_RECORD_FILE_FULL: 'The disk of the database server is full.',
  SQLITE_CANTOPEN: 'The database file cannot be opened. Check DATA_DIR and its permissions.',
  SQLITE_READONLY: 'The database file cannot be written. Check DATA_DIR and its permissions.',
  SQLITE_NOTADB: 'The database file is not one of Comanda. Move it away, or choose another DATA_DIR.',
  SQLITE_CORRUPT: 'The database file is damaged. Restore a backup, or choose another DATA_DIR.',
  SQLITE_BUSY: 'Another program keeps the database file locked. Stop it first.',
  SQLITE_FULL: DISK_FULL,
  SQLITE_IOERR: 'The database file cannot be read or written. Check the disk, and that it is not full.',
  ENOSPC: DISK_FULL,
};

/** The one plain sentence for an operator whose start failed; undefined when the cause is not known. */
export function startupSentence(error: unknown, settings?: Settings): string | undefined {
  if (error instanceof SettingsRefused || error instanceof DatabaseRefused) return error.message;
  const fault = faultIn(error);
  if (fault === undefined) return undefined;
  return aboutListening(fault, settings) ?? aboutFolder(fault) ?? aboutDatabase(fault);
}

function aboutListening({ code, syscall, port, hostname }: Fault, settings?: Settings): string | undefined {
  const host = settings?.host ?? '';
  if (hostname !== undefined && hostname === host) return `There is no address "${host}". ${MEND_HOST}`;
  if (syscall !== 'listen') return undefined;
  // The port for metrics is taken first.
  const setting = port !== undefined && port === settings?.metricsPort ? 'METRICS_PORT' : 'PORT';
  return LISTEN_SENTENCES[code]?.({ port: String(port ?? settings?.port), host, setting });
}

function aboutFolder({ code, syscall }: Fault): string | undefined {
  return syscall === 'mkdir' ? FOLDER_SENTENCES[code] : undefined;
}

/** SQLite says more precisely what is wrong than an operator needs: `SQLITE_IOERR_WRITE`. */
function aboutDatabase({ code }: Fault): string | undefined {
  return DATABASE_SENTENCES[code] ?? DATABASE_SENTENCES[code.replace(/^(SQLITE_[A-Z]+)_.*$/, '$1')];
}

function next(port: string): string {
  return String(Number(port) < 65_535 ? Number(port) + 1 : 3000);
}

/** The error of the driver stands within that of the object-relational mapper. */
function faultIn(error: unknown): Fault | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error as Fault;
  return 'driverError' in error ? faultIn(error.driverError) : undefined;
}
