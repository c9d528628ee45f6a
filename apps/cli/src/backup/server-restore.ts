import { EXIT, Failure } from '../failure.js';
import { ServerSession } from './server.js';
import { statementsOf } from './sql-file.js';

/** Puts a backup into a database that holds no table yet. Resolves to the number of its tables. */
export async function restoreServer(backup: string, url: string, progress: (line: string) => void): Promise<number> {
  // Read once before anything is written: half a backup must not become half a database.
  let all = 0;
  for await (const statement of statementsOf(backup)) all += Math.sign(statement.length);
  const session = await ServerSession.open(url);
  try {
    if ((await session.tables()).length > 0) {
      throw new Failure(EXIT.refused, 'The database holds tables already. Make an empty one and restore into that.');
    }
    await session.query("SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', FOREIGN_KEY_CHECKS = 0, UNIQUE_CHECKS = 0");
    await session.query('SET autocommit = 0');
    let done = 0;
    for await (const statement of statementsOf(backup)) {
      await session.query(statement.replace(/;$/, ''));
      progress(`${String((done += 1))} of ${String(all)} statements`);
    }
    await session.query('COMMIT');
    return (await session.tables()).length;
  } finally {
    session.close();
  }
}
