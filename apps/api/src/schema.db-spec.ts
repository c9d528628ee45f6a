import type { DataSource } from 'typeorm';
import { createTestDatabase, openTestDatabase } from '../test/test-database.js';
import { connectWriter, DatabaseRefused } from './platform/database/index.js';
import { SCHEMA } from './schema.js';

describe('the schema', () => {
  let dataSource: DataSource;
  let close: () => Promise<void>;
  beforeAll(async () => ({ dataSource, close } = await openTestDatabase()));
  afterAll(() => close());

  it('made by the migrations is the one that the entities describe', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('tells ids apart that differ only in case, accents or a blank at the end', async () => {
    const ids = ['cafe', 'Cafe', 'café'];
    for (const locationId of ids) {
      await dataSource.query('INSERT INTO feeds (locationId, lastPosition) VALUES (?, 1)', [locationId]);
    }
    const rows: unknown = await dataSource.query('SELECT locationId FROM feeds WHERE locationId = ?', ['cafe']);
    expect(rows).toEqual([{ locationId: 'cafe' }]);
  });
});

it('of a newer version is refused with a plain sentence', async () => {
  const { settings, drop } = await createTestDatabase();
  const newer = await connectWriter(settings, SCHEMA);
  await newer.query("INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')");
  await newer.destroy();
  await expect(connectWriter(settings, SCHEMA)).rejects.toThrow(DatabaseRefused);
  await expect(connectWriter(settings, SCHEMA)).rejects.toThrow(/newer version of Comanda/);
  await drop();
});
