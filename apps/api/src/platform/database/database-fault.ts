/** `retry`: the unit may run again. `away`: the database cannot be reached. `duplicate`: a unique key exists already. */
export type DatabaseFault = 'retry' | 'away' | 'duplicate' | 'other';

const RETRY = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  // Another server of the group has become the one that writes.
  'ER_TRANSACTION_ROLLBACK_DURING_COMMIT',
  'ER_QUERY_INTERRUPTED',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
]);
/** Of those, what a server also says when it was stopped in the middle of a commit. */
const UNDECIDED = new Set(['ER_TRANSACTION_ROLLBACK_DURING_COMMIT', 'ER_QUERY_INTERRUPTED', 'SQLITE_BUSY']);
/** A command for a session that was lost before: mysql2 says so in words, without a code, and sends nothing. */
const NOT_SENT = 'NOT_SENT';
const NOT_SENT_WORDS = "Can't add new command when connection is in closed state";
const LOST = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
  'EPIPE',
  'ER_SERVER_SHUTDOWN',
  'ER_NEW_ABORTING_CONNECTION',
  'ER_CLIENT_INTERACTION_TIMEOUT',
]);
const AWAY = new Set([
  'ECONNREFUSED',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ER_CON_COUNT_ERROR',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'POOL_CLOSED',
  // A server that only copies another one, or has just become the one that does not write any more.
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_READ_ONLY_MODE',
  'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_READONLY',
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
]);
const DUPLICATE = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

/** What kind of trouble an error of the driver is. */
export function databaseFault(error: unknown): DatabaseFault {
  const code = codeOf(error);
  if (code === undefined) return 'other';
  if (RETRY.has(code) || LOST.has(code) || code === NOT_SENT) return 'retry';
  if (DUPLICATE.has(code)) return 'duplicate';
  return AWAY.has(code) || code.startsWith('SQLITE_IOERR') ? 'away' : 'other';
}

/** Whether an error leaves open if what was sent has taken effect; a statement that is refused has not. */
export function isOutcomeOpen(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && (LOST.has(code) || UNDECIDED.has(code) || databaseFault(error) === 'away');
}

/** Somebody else has held a row for too long. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === 'ER_LOCK_WAIT_TIMEOUT';
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('message' in error && error.message === NOT_SENT_WORDS) return NOT_SENT;
  return 'driverError' in error ? codeOf(error.driverError) : undefined;
}
