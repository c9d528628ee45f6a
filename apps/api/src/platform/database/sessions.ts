import type { Socket } from 'node:net';
import type { DataSource } from 'typeorm';
import { sessionStatement } from './data-source-options.js';
import { poolOf } from './pool.js';
import type { Taken } from './pool.js';

/** Longer than the longest wait for a lock; with the time to connect anew an answer takes less than five seconds. */
const LONGEST_SILENCE_MS = 3400;

/** While all sessions are in use; a database that answers sets one free in milliseconds. */
const LONGEST_WAIT_MS = 3000;

/** Every session of the pool works by our rules; one that does not take them is thrown away. */
export async function giveSessionsTheirRules(dataSource: DataSource): Promise<void> {
  const statement = sessionStatement(dataSource.options.type === 'mariadb' ? 'mariadb' : 'mysql');
  poolOf(dataSource).on('connection', (session) => {
    session.query(statement, (error) => {
      if (error) session.destroy();
    });
  });
  // The first connection was made before anybody listened.
  await dataSource.query(statement);
}

/**
 * Ends a session that somebody uses and that says nothing for too long: the database hangs, or the network swallows
 * what is sent. Whoever waits for it is told at once, as after any lost connection.
 */
export function endSilentSessions(dataSource: DataSource): void {
  const pool = poolOf(dataSource);
  pool.on('acquire', ({ stream }) => {
    if (stream.listenerCount('timeout') === 0) stream.on('timeout', () => endUnlessHeard(stream));
    stream.setTimeout(LONGEST_SILENCE_MS);
  });
  pool.on('release', ({ stream }) => stream.setTimeout(0));
}

/** A process that was busy itself reads only after its timers what has come meanwhile. */
function endUnlessHeard(stream: Socket): void {
  const heard = stream.bytesRead;
  setImmediate(() => {
    if (stream.bytesRead === heard && stream.timeout) stream.destroy(silence());
  });
}

/** The pool lets whoever finds all sessions in use wait for ever, and longer the more there are. */
export function endLongWaits(dataSource: DataSource): void {
  const pool = poolOf(dataSource);
  const take = pool.getConnection.bind(pool);
  pool.getConnection = (done) => {
    let over = false;
    const settle: Taken = (error, session) => {
      clearTimeout(patience);
      if (over) session?.release();
      else done(error, session);
      over = true;
    };
    const patience = setTimeout(() => setImmediate(settle, silence()), LONGEST_WAIT_MS);
    take(settle);
  };
}

function silence(): Error {
  return Object.assign(new Error('The database did not answer in time.'), { code: 'ETIMEDOUT' });
}
