import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AvailabilityView, PlacedOrderView } from '@comanda/shared';
import { contradictions } from '../../api/test/faults/checker.js';
import { readFacts } from '../../api/test/faults/facts.js';
import type { Call } from '../../api/test/faults/history.js';
import { HttpClient } from '../../api/test/http-client.js';
import type { Dish, Headed } from '../../api/test/http-client.js';
import { startTestApp } from '../../api/test/test-app.js';
import type { TestApp } from '../../api/test/test-app.js';
import { createTestDatabase } from '../../api/test/test-database.js';
import type { TestDatabase } from '../../api/test/test-database.js';
import { Demo } from '../../api/src/demo/index.js';
import { Database } from '../../api/src/platform/database/index.js';
import { command } from './server.js';

const PORTIONS = 500;
const GUESTS = 4;
const ORDERS_BEFORE = 40;
/** The disk of a busy machine takes its time. */
const PATIENCE_MS = 60_000;

let folder: string;
let database: TestDatabase;
let running: TestApp;
let client: HttpClient;
let locationId: string;
let dish: Dish;
let manager: Headed;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-backup-'));
  database = await createTestDatabase();
  running = await startTestApp(database);
  await running.app.get(Demo).seed();
  await running.app.listen(0, '127.0.0.1');
  const { port } = running.app.getHttpServer().address() as AddressInfo;
  client = new HttpClient(`http://127.0.0.1:${String(port)}`);
  ({ id: locationId } = await client.location());
  dish = await client.simpleDish(locationId);
  manager = await client.logIn('manager');
  const path = `/locations/${locationId}/countdowns/item/${dish.itemId}`;
  await client.call<AvailabilityView>('PUT', path, { remaining: PORTIONS }, manager);
}, PATIENCE_MS);
afterAll(async () => {
  await running.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** The settings by which the commands find a database. */
function settingsOf({ settings }: TestDatabase): Record<string, string> {
  return settings.url === undefined ? { DATA_DIR: dirname(settings.file) } : { DATABASE_URL: settings.url };
}

async function place(calls: Call[]): Promise<void> {
  const key = randomUUID();
  const body = { fulfilment: { type: 'pickup' }, lines: [dish], guest: { name: key } };
  const answer = await client.call<PlacedOrderView>('POST', `/locations/${locationId}/orders`, body, {
    'idempotency-key': key,
  });
  expect(answer.status).toBe(201);
  calls.push({ kind: 'place', key, outcome: 'ok', orderId: answer.body.id, amountMinor: answer.body.totalMinor });
}

/** Takes a backup while guests order. Gives the calls as they were when it began, and all others as open questions. */
async function backUpUnderLoad(file: string): Promise<{ calls: Call[]; orders: number }> {
  const calls: Call[] = [];
  let open = true;
  const guests = Array.from({ length: GUESTS }, async () => {
    while (open) await place(calls);
  });
  while (calls.length < ORDERS_BEFORE) await new Promise((resolve) => setTimeout(resolve, 5));
  const before = calls.length;
  const told = await command(['backup', file], settingsOf(database));
  expect(told).toMatchObject({ code: 0, out: '' });
  open = false;
  await Promise.all(guests);
  return {
    calls: calls.map((call, index) => (index < before ? call : { ...call, outcome: 'unknown' as const })),
    orders: calls.length,
  };
}

async function restored(file: string, use: (copy: TestDatabase) => Promise<void>): Promise<void> {
  const copy = await createTestDatabase();
  try {
    expect(await command(['restore', file], settingsOf(copy))).toMatchObject({ code: 0, out: '' });
    await use(copy);
  } finally {
    await copy.drop();
  }
}

it(
  'restores a copy that contradicts nothing that was answered before, and with which work goes on',
  async () => {
    const file = join(folder, database.settings.url === undefined ? 'backup.sqlite' : 'backup.sql.gz');
    const { calls } = await backUpUnderLoad(file);
    await restored(file, async (copy) => {
      const again = await startTestApp(copy);
      const { reader } = again.app.get(Database);
      const rows = (sql: string, values: readonly unknown[]) =>
        reader.query<Record<string, unknown>[]>(sql, [...values]);
      const facts = await readFacts(rows, { locationId, itemId: dish.itemId, atFirst: PORTIONS });
      expect(contradictions(calls, facts)).toEqual([]);
      expect(facts.orders.length).toBeGreaterThanOrEqual(ORDERS_BEFORE);
      const order = await again.app.inject({
        method: 'POST',
        url: `/api/v1/locations/${locationId}/orders`,
        headers: { 'idempotency-key': randomUUID() },
        payload: { fulfilment: { type: 'pickup' }, lines: [dish] },
      });
      expect(order.statusCode).toBe(201);
      await again.close();
    });
  },
  PATIENCE_MS,
);

it(
  'overwrites no backup and no database, and names what is no backup',
  async () => {
    const file = join(folder, 'once.sql');
    expect(await command(['backup', file], settingsOf(database))).toMatchObject({ code: 0 });
    const twice = await command(['backup', file], settingsOf(database));
    expect(twice).toMatchObject({ code: 1, said: `${file} exists. Choose another name.` });
    const onto = await command(['restore', file], settingsOf(database));
    expect(onto.code).toBe(1);
    expect(onto.said).toMatch(/exists\. Stop Comanda|holds tables already/);
    const empty = await createTestDatabase();
    const odd = join(folder, 'odd.sql');
    writeFileSync(odd, 'SELECT 1;\n');
    for (const wrong of [odd, join(folder, 'missing.sql'), join(folder, 'missing.sql.gz')]) {
      const told = await command(['restore', wrong], settingsOf(empty));
      expect([told.code, told.said]).toEqual([2, expect.stringContaining(wrong)]);
    }
    await empty.drop();
  },
  PATIENCE_MS,
);

it(
  'takes a backup that was broken off for none',
  async () => {
    const file = join(folder, 'whole');
    await command(['backup', file], settingsOf(database));
    expect(existsSync(`${file}.unfinished`)).toBe(false);
    const half = join(folder, 'half');
    writeFileSync(half, readFileSync(file).subarray(0, readFileSync(file).length / 2));
    const empty = await createTestDatabase();
    const told = await command(['restore', half], settingsOf(empty));
    expect([told.code, told.said]).toEqual([2, expect.stringContaining(half)]);
    if (empty.settings.url === undefined) expect(existsSync(empty.settings.file)).toBe(false);
    const whole = await command(['restore', file], settingsOf(empty));
    expect(whole.code).toBe(0);
    await empty.drop();
  },
  PATIENCE_MS,
);

it('names a server that does not answer and an address that is none', async () => {
  const file = join(folder, 'nothing');
  const away = await command(['backup', file], { DATABASE_URL: 'mysql://nobody:x@127.0.0.1:1/nothing' });
  expect([away.code, away.said]).toEqual([3, expect.stringContaining('cannot be reached')]);
  const wrong = await command(['backup', file], { DATABASE_URL: 'postgres://somewhere' });
  expect(wrong.code).toBe(2);
  expect(existsSync(file)).toBe(false);
});

/** What is compressed says the same. */
it(
  'compresses a backup of a server whose name ends in .gz',
  async () => {
    if (database.settings.url === undefined) return;
    const plain = join(folder, 'plain.sql');
    const packed = join(folder, 'packed.sql.gz');
    for (const file of [plain, packed]) await command(['backup', file], settingsOf(database));
    expect(gunzipSync(readFileSync(packed)).toString()).toBe(readFileSync(plain, 'utf8'));
  },
  PATIENCE_MS,
);
