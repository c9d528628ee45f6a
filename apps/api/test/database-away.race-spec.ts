import { setTimeout as wait } from 'node:timers/promises';
import type { EventView, LocationView, Problem } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { gapless, HttpClient, newKey } from './http-client.js';
import type { Dish, Headed, HttpAnswer } from './http-client.js';
import { TcpProxy } from './tcp-proxy.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

const PATIENCE_MS = 60_000;
/** Nobody waits longer for an answer, whatever the database does. */
const LONGEST_ANSWER_MS = 5000;
/** More than the pool has connections, so that some wait for one. */
const GUESTS = 60;

let database: TestDatabase;
let proxy: TcpProxy;
let running: TestApp;
let client: HttpClient;
let location: LocationView;
let dish: Dish;
let manager: Headed;
let tracked: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(database.settings.url ?? '');
  proxy = await TcpProxy.to(url.hostname, Number(url.port));
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  running = await startTestApp({ settings: { url: url.href, file: '' }, drop: () => Promise.resolve() });
  await running.app.get(Demo).seed();
  await running.app.listen(0, '127.0.0.1');
  client = new HttpClient(await running.app.getUrl());
  location = await client.location();
  dish = await client.simpleDish(location.id);
  manager = await client.logIn('manager');
  const { body } = await client.place(location.id, dish);
  tracked = `/tracking/${body.trackingToken}`;
  known = [body.id];
}, PATIENCE_MS);
afterAll(async () => {
  proxy.mend();
  await running.close();
  await proxy.close();
  await database.drop();
});

interface Timed {
  readonly answer: HttpAnswer<Problem>;
  readonly ms: number;
}

async function timed(asking: () => Promise<HttpAnswer<unknown>>): Promise<Timed> {
  const begun = performance.now();
  const answer = (await asking()) as HttpAnswer<Problem>;
  return { answer, ms: performance.now() - begun };
}

/** Every kind of request that needs the database, many at once. */
function everybody(keys: readonly Headed[]): Promise<Timed[]> {
  const restaurant = `/locations/${location.id}`;
  const readers = Array.from(
    { length: GUESTS },
    () => () => client.call('GET', `${restaurant}/orders`, undefined, manager),
  );
  const reading = [
    ...readers,
    ...readers.map(() => () => client.call('GET', tracked)),
    () => client.call('GET', `${restaurant}/board`, undefined, manager),
    () => client.call('PUT', `${restaurant}/suspensions/item/bread`, {}, manager),
  ];
  return Promise.all([...reading, ...keys.map((key) => () => client.place(location.id, dish, key))].map(timed));
}

async function expectRefusedSoon(keys: readonly Headed[]): Promise<void> {
  const answers = await everybody(keys);
  expect([...new Set(answers.map(({ answer }) => `${answer.status} ${answer.body.code}`))]).toEqual([
    '503 service_unavailable',
  ]);
  expect(answers.map(({ answer }) => Number(answer.headers.get('retry-after'))).every((after) => after > 0)).toBe(true);
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(LONGEST_ANSWER_MS);
}

/** What guests read may still come from memory; else it is refused as soon as all the rest. */
async function expectMenuOrRefusal(): Promise<void> {
  const paths = ['menu', 'availability'].map((path) => `/locations/${location.id}/${path}`);
  const answers = await Promise.all(paths.map((path) => timed(() => client.call('GET', path))));
  expect(answers.filter(({ answer: { status } }) => ![200, 503].includes(status))).toEqual([]);
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(LONGEST_ANSWER_MS);
}

/** Without any help but the database's; the orders that were refused are placed once when they are sent again. */
async function expectNormalAgain(keys: readonly Headed[]): Promise<void> {
  const ready = () => fetch(`${client.address}/readyz`).then(({ status }) => status);
  for (let tries = 0; tries < 50 && (await ready()) !== 200; tries++) await wait(100);
  const answers = await Promise.all(keys.map((key) => client.place(location.id, dish, key)));
  expect(answers.map(({ status }) => status)).toEqual(keys.map(() => 201));
  const feed = await client.feed(location.id, manager);
  expect(feed.map(({ position }) => position)).toEqual(gapless(feed.length));
  expect(placedIn(feed).sort()).toEqual([...known, ...answers.map(({ body }) => body.id)].sort());
  known = placedIn(feed);
}

let known: string[] = [];
const placedIn = (feed: readonly EventView[]): string[] =>
  feed.filter(({ type }) => type === 'order.placed').map(({ subject }) => subject.id);

describe('a database that is away', () => {
  it.each(['hang', 'cut'] as const)(
    'is a 503 for everybody within five seconds (%s), and all is normal by itself when it is back',
    async (how) => {
      const keys = Array.from({ length: GUESTS }, newKey);
      proxy[how]();
      await expectRefusedSoon(keys);
      await expectRefusedSoon(keys);
      await expectMenuOrRefusal();
      const [alive, ready] = await Promise.all(
        ['/healthz', '/readyz'].map((path) => fetch(`${client.address}${path}`)),
      );
      expect([alive?.status, ready?.status, ready?.headers.get('retry-after')]).toEqual([200, 503, '5']);
      proxy.mend();
      await expectNormalAgain(keys);
    },
    PATIENCE_MS,
  );
});
