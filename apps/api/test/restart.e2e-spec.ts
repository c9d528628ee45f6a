import { setTimeout as sleep } from 'node:timers/promises';
import type { EventView, LocationView, PlacedOrderView } from '@comanda/shared';
import { EventStreamClient } from './event-stream-client.js';
import { gapless, HttpClient, newKey } from './http-client.js';
import type { Dish, Headed } from './http-client.js';
import { RealProcess, TranslatedProgram } from './real-process.js';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

const PATIENCE_MS = 120_000;
const GUESTS = 8;
const KILLS = 2;
const ORDERS_BETWEEN_KILLS = 30;

/** What a guest knows of a request: its answer, or nothing. */
interface Sent {
  readonly key: Headed;
  answer?: PlacedOrderView;
}

let program: TranslatedProgram;
let database: TestDatabase;
let running: RealProcess;
let client: HttpClient;
let location: LocationView;
let dish: Dish;
let manager: Headed;
const sent: Sent[] = [];

async function start(): Promise<void> {
  running = await RealProcess.start(program, database);
  client = new HttpClient(running.address);
}

beforeAll(async () => {
  program = await TranslatedProgram.make();
  database = await createTestDatabase();
  await start();
  location = await client.location();
  dish = await client.simpleDish(location.id);
  manager = await client.logIn('manager');
}, PATIENCE_MS);
afterAll(async () => {
  await running.kill();
  await database.drop();
});

/** Orders one after the other until there is nobody to answer. */
async function guest(): Promise<void> {
  for (;;) {
    const request: Sent = { key: newKey() };
    sent.push(request);
    const answer = await client.place(location.id, dish, request.key).catch(() => undefined);
    if (!answer) return;
    if (answer.status !== 201) throw new Error(`The order was refused with ${String(answer.status)}.`);
    request.answer = answer.body;
  }
}

const answered = () => sent.filter(({ answer }) => answer !== undefined).length;

it(
  'loses nothing and doubles nothing when the process is killed in the middle',
  async () => {
    const screen = new EventStreamClient(manager);
    const stream = () => screen.listen(`${running.address}/api/v1/locations/${location.id}/events/stream?after=0`);
    for (let kill = 1; kill <= KILLS; kill++) {
      const listening = stream();
      const guests = Array.from({ length: GUESTS }, guest);
      while (answered() < kill * ORDERS_BETWEEN_KILLS) await sleep(5);
      await running.kill();
      await Promise.all([listening, ...guests]);
      await start();
    }
    const unanswered = sent.filter(({ answer }) => answer === undefined);
    expect(unanswered.length).toBeGreaterThan(0);

    await Promise.all(sent.map(askAgain));
    const feed = await client.feed(location.id, manager);
    expectWhole(feed);

    const listening = stream();
    while ((screen.ids.at(-1) ?? 0) < feed.length) await sleep(20);
    screen.cut();
    await listening;
    // The feed begins with the opening of the restaurant; the screen has all of it, each once, over all restarts.
    expect(screen.ids).toEqual(gapless(feed.length));
  },
  PATIENCE_MS,
);

/** What was answered is answered the same; what was not is taken now, or was taken then. */
async function askAgain(request: Sent): Promise<void> {
  const again = await client.place(location.id, dish, request.key);
  expect(again.status).toBe(201);
  if (request.answer) expect(again.body).toEqual(request.answer);
  request.answer = again.body;
}

/** Every order that was asked for is there once, with one ticket and a row of events without a gap. */
function expectWhole(feed: readonly EventView[]): void {
  expect(feed.map(({ position }) => position)).toEqual(gapless(feed.length));
  const bySubject = Map.groupBy(feed, ({ subject }) => subject.id);
  const orders = feed.filter(({ type }) => type === 'order.placed').map(({ subject }) => subject.id);
  expect(orders.sort()).toEqual(sent.map(({ answer }) => answer?.id).sort());
  for (const id of orders) {
    const events = bySubject.get(id) ?? [];
    expect(events.map(({ seq }) => seq)).toEqual(gapless(events.length));
    expect(events.filter(({ type }) => type === 'ticket.fired')).toHaveLength(1);
  }
  const numbers = sent.map(({ answer }) => answer?.number);
  expect(new Set(numbers).size).toBe(numbers.length);
}
