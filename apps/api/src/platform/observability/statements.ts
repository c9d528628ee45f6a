import { tracingChannel } from 'node:diagnostics_channel';

/** What to do when a statement ends, told whether it failed. */
export type Ended = (failed: boolean) => void;

const KINDS = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'START', 'COMMIT', 'ROLLBACK', 'SET']);

interface Statement {
  readonly query?: unknown;
}

/** Hears of every statement sent to MySQL: mysql2 publishes them. The embedded database tells nothing. */
export function watchStatements(begun: (query: unknown) => Ended): void {
  // Of this watcher alone: metrics and traces hear of the same statements.
  const running = new WeakMap<object, Ended>();
  const failed = new WeakSet<object>();
  const nothing = (): void => undefined;
  const start = (statement: object): void => {
    running.set(statement, begun((statement as Statement).query));
  };
  const error = (statement: object): void => {
    failed.add(statement);
  };
  const asyncEnd = (statement: object): void => {
    running.get(statement)?.(failed.has(statement));
  };
  for (const name of ['mysql2:query', 'mysql2:execute']) {
    tracingChannel(name).subscribe({ start, error, asyncEnd, end: nothing, asyncStart: nothing });
  }
}

/** What travels with the first statements of a transaction, and with its last ones. */
const BEGINS = /^START TRANSACTION;\s*/;
const COMMITS = /;\s*COMMIT$/;

/** The first word of a statement when it is one that we send, else "OTHER"; "COMMIT" when it ends with one. */
export function kindOfStatement(query: unknown): string {
  if (typeof query !== 'string') return 'OTHER';
  if (COMMITS.test(query.slice(-10))) return 'COMMIT';
  const word = (/^\s*(\w+)/.exec(query.replace(BEGINS, ''))?.[1] ?? '').toUpperCase();
  return KINDS.has(word) ? word : 'OTHER';
}

/** Its kind and table, such as "INSERT orders": what may be told of a statement that can hold a guest's name. */
export function nameOfStatement(query: unknown): string {
  const table = typeof query === 'string' ? /\b(?:FROM|INTO|UPDATE)\s+`?(\w+)/i.exec(query)?.[1] : undefined;
  return [kindOfStatement(query), ...(table ? [table] : [])].join(' ');
}
