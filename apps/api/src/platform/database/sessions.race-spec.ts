import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/test-database.js';
import { databaseFault } from './database-fault.js';
import { Transactions } from './index.js';

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
