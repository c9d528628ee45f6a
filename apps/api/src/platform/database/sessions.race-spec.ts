import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/test-database.js';
import { databaseFault } from './database-fault.js';
import { DatabaseRefused, Transactions } from './index.js';
import { migrate } from './migrate.js';

let dataSource: DataSource;
let close: () => Promise<void>;
beforeAll(async () => ({ dataSource, close } = await openTestDatabase()));
afterAll(() => close());

it('gives every session of the pool its rules', async () => {
  const rules =
    'SELECT @@tx_isolation AS isolation, @@innodb_lock_wait_timeout AS lockWait, ' +
    '@@idle_transaction_timeout AS idle, CONNECTION_ID() AS id, SLEEP(0.1) AS pause';
  const told = await Promise.all(Array.from({ length: 8 }, () => dataSource.query<Record<string, unknown>[]>(rules)));
  const sessions = told.flat();
  expect(new Set(sessions.map(({ id }) => id)).size).toBeGreaterThan(1);
  for (const session of sessions)
    expect(session).toMatchObject({ isolation: 'READ-COMMITTED', lockWait: '3', idle: '5' });
});

it('tells those who wait for a database that says nothing, and goes on with other sessions', async () => {
  const transactions = new Transactions(dataSource);
  const begun = performance.now();
  const silent = transactions.run((tx) => tx.send([{ sql: 'SELECT SLEEP(6)', values: [] }]));
  const error: unknown = await silent.catch((reason: unknown) => reason);
  expect(databaseFault(error)).toBe('away');
  expect(performance.now() - begun).toBeLessThan(5000);
  await expect(transactions.run((tx) => tx.send([{ sql: 'SELECT 1 AS one', values: [] }]))).resolves.toEqual([
    [{ one: 1 }],
  ]);
});

it('runs a unit again when its session is lost before what travels with the commit is sent', async () => {
  const transactions = new Transactions(dataSource);
  await dataSource.query('CREATE TABLE notes (id int PRIMARY KEY)');
  let attempts = 0;
  await transactions.run(async (tx) => {
    attempts += 1;
    const [[session] = []] = await tx.send([{ sql: 'SELECT CONNECTION_ID() AS id', values: [] }]);
    if (attempts === 1) await lose(Number(session?.['id']));
    tx.write({ sql: 'INSERT INTO notes VALUES (1)', values: [] });
  });
  expect(attempts).toBe(2);
  expect(await dataSource.query('SELECT id FROM notes')).toEqual([{ id: 1 }]);
});

/** Resolves once the driver knows of it too. */
async function lose(id: number): Promise<void> {
  const { pool } = dataSource.driver as unknown as { pool: { _allConnections: { toArray(): Held[] } } };
  const held = pool._allConnections.toArray().find(({ threadId }) => threadId === id);
  if (!held) throw new Error('The pool does not know the session.');
  const closed = new Promise((resolve) => held.stream.once('close', resolve));
  await dataSource.query(`KILL ${String(id)}`);
  await closed;
}

interface Held {
  readonly threadId: number;
  readonly stream: NodeJS.EventEmitter;
}

it('does not migrate while another process does, and says so', async () => {
  const other = dataSource.createQueryRunner();
  await other.query("SELECT GET_LOCK('comanda-migrations', 60)");
  await expect(migrate(dataSource, 0)).rejects.toThrow(DatabaseRefused);
  await other.query("SELECT RELEASE_LOCK('comanda-migrations')");
  await other.release();
  await migrate(dataSource);
});
