import type { EventView, SittingView } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { FloorRoom, longAgo } from './floor-room.js';
import { gapless, HttpClient } from './http-client.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

/** Guests and waiters meet at one table, at two applications on one database. */
let database: TestDatabase;
let apps: TestApp[];
let clients: HttpClient[];
let room: FloorRoom;

beforeAll(async () => {
  database = await createTestDatabase();
  apps = [await startTestApp(database), await startTestApp(database)];
  await apps[0]?.app.get(Demo).seed();
  clients = [];
  for (const { app } of apps) {
    await app.listen(0, '127.0.0.1');
    clients.push(new HttpClient(await app.getUrl()));
  }
  room = await FloorRoom.enter(clients[0] as HttpClient);
});
afterAll(async () => {
  for (const { app } of apps) await app.close();
  await database.drop();
});
afterEach(async () => {
  for (const index of [0, 1, 2]) await room.clear(index);
});

const here = () => clients[0] as HttpClient;
const there = () => clients[1] as HttpClient;
const ROUNDS = 12;

/** Each order belongs to one open table, its tickets say which, and nothing was fired twice. */
async function expectNothingLost(ids: readonly string[]): Promise<void> {
  const open = (await room.floor()).tables.flatMap(({ sitting }) => sitting?.id ?? []);
  const sittings = await Promise.all(open.map((id) => room.sitting(id)));
  const rounds = sittings.flatMap((sitting) => sitting.rounds.map((round) => ({ sitting, round })));
  expect(rounds.map(({ round }) => round.id).sort()).toEqual([...ids].sort());
  for (const { sitting, round } of rounds) {
    const tickets = await room.tickets(round);
    const fired = (await room.http.history(round.id, room.waiter)).filter(({ type }) => type === 'ticket.fired');
    expect([round.fulfilment.tableName, ...tickets.map(({ tableName }) => tableName)]).toEqual([
      sitting.tableName,
      ...tickets.map(() => sitting.tableName),
    ]);
    expect(fired).toHaveLength(tickets.length);
  }
}

async function expectGapless(locationId: string): Promise<void> {
  const own = (await room.http.feed(locationId, room.waiter)).filter(({ subject }) => subject.kind === 'sitting');
  const bySitting = Map.groupBy(own, ({ subject }) => subject.id);
  const rows = [...bySitting.values()].map((events: EventView[]) => events.map(({ seq }) => seq));
  expect(rows).toEqual(rows.map(({ length }) => gapless(length)));
}

it('loses no round of two waiters and the guests at one table', async () => {
  const placed = await Promise.all(
    Array.from({ length: 16 }, (_, index) => room.order(0, {}, index % 2 === 0 ? here() : there())),
  );
  expect(placed.map(({ status }) => status)).toEqual(placed.map(() => 201));
  const { rounds } = await room.sittingAt(0);
  expect(rounds).toHaveLength(16);
  await expectNothingLost(placed.map(({ body }) => body.id));
});

it('begins one sitting for all who come at once to a table that was left open yesterday', async () => {
  for (let round = 0; round < 4; round++) {
    const [first] = apps as [TestApp];
    const { body: old } = await longAgo(first, () => room.order(2));
    const left = await room.sittingAt(2);
    const placed = await Promise.all(
      Array.from({ length: 8 }, (_, index) => room.order(2, {}, index % 2 === 0 ? here() : there())),
    );
    expect(placed.map(({ status }) => status)).toEqual(placed.map(() => 201));
    const sitting = await room.sittingAt(2);
    expect(sitting.id).not.toBe(left.id);
    expect(sitting.rounds.map(({ id }) => id).sort()).toEqual(placed.map(({ body }) => body.id).sort());
    expect((await room.sitting(left.id)).rounds).toMatchObject([{ id: old.id }]);
    await room.clear(2);
  }
  await expectGapless(room.location.id);
});

it('loses no round that comes while the party moves', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [from, to] = [round % 2, (round + 1) % 2];
    const first = await room.order(from);
    const { id } = await room.sittingAt(from);
    const [moved, ...placed] = await Promise.all([
      room.send('PUT', `/sittings/${id}/table`, { tableId: room.table(to).id }, { http: there() }),
      room.order(from, {}, here()),
      room.order(from, {}, there()),
    ]);
    expect([200, 409]).toContain(moved.status);
    await expectNothingLost([first, ...placed].map(({ body }) => body.id));
    for (const index of [0, 1]) await room.clear(index);
  }
  await expectGapless(room.location.id);
});

it('loses no round that comes while two parties merge', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const before = [await room.order(0), await room.order(1)];
    const [from, into] = [await room.sittingAt(0), await room.sittingAt(1)];
    const [merged, ...placed] = await Promise.all([
      room.send('POST', `/sittings/${from.id}/merger`, { intoId: into.id }, { http: there() }),
      room.order(0, {}, here()),
      room.order(1, {}, there()),
    ]);
    expect(merged.status).toBe(200);
    await expectNothingLost([...before, ...placed].map(({ body }) => body.id));
    for (const index of [0, 1]) await room.clear(index);
  }
  await expectGapless(room.location.id);
});

it('merges two parties one way only when both ways are asked for', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const placed = [await room.order(0), await room.order(1), await room.order(2)];
    const [a, b, c] = [await room.sittingAt(0), await room.sittingAt(1), await room.sittingAt(2)];
    const merge = (from: SittingView, into: SittingView, http: HttpClient) =>
      room.send('POST', `/sittings/${from.id}/merger`, { intoId: into.id }, { http });
    const answers = await Promise.all([merge(a, b, here()), merge(b, a, there()), merge(c, a, here())]);
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
    expect(answers.slice(0, 2).filter(({ status }) => status === 200)).toHaveLength(1);
    await expectNothingLost(placed.map(({ body }) => body.id));
    for (const index of [0, 1, 2]) await room.clear(index);
  }
});

it('gives a free table to one of two parties that want it', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const placed = [await room.order(0), await room.order(1)];
    const [a, b] = [await room.sittingAt(0), await room.sittingAt(1)];
    const move = (from: SittingView, http: HttpClient) =>
      room.send('PUT', `/sittings/${from.id}/table`, { tableId: room.table(2).id }, { http });
    const answers = await Promise.all([move(a, here()), move(b, there())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await expectNothingLost(placed.map(({ body }) => body.id));
    for (const index of [0, 1, 2]) await room.clear(index);
  }
});

it('takes what is owed at a table once, whoever asks for all of it or for one round', async () => {
  for (let round = 0; round < 4; round++) {
    const placed = [await room.order(0), await room.order(0)].map(({ body }) => body);
    const { id, dueMinor } = await room.sittingAt(0);
    const all = { method: 'cash', amountMinor: dueMinor };
    const one = { method: 'card-terminal', amountMinor: placed[0]?.totalMinor };
    await Promise.all([
      room.send('POST', `/sittings/${id}/payment`, all, { http: here() }),
      room.send('POST', `/sittings/${id}/payment`, all, { http: there() }),
      room.send('POST', `/orders/${placed[0]?.id ?? ''}/payments`, one, { http: there() }),
      room.send('POST', `/sittings/${id}/closure`, {}, { http: here() }),
    ]);
    for (const order of placed) {
      const { totalMinor, paidMinor, payments } = await room.http.order(order.id, room.waiter);
      expect(payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(paidMinor);
      expect([0, totalMinor]).toContain(paidMinor);
    }
    const { closedAt, dueMinor: left } = await room.sitting(id);
    if (closedAt !== undefined) expect(left).toBe(0);
    await room.clear(0);
  }
});

it('takes eight taps at once for one call, and one acknowledgement for all', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const taps = Array.from({ length: 8 }, (_, index) =>
      room.call<unknown>(0, 'waiter', index % 2 === 0 ? here() : there()),
    );
    expect((await Promise.all(taps)).map(({ status }) => status)).toEqual(taps.map(() => 200));
    const { sitting } = await room.at(0);
    expect(sitting?.calls).toHaveLength(1);
    const path = `/calls/${sitting?.calls[0]?.id ?? ''}/acknowledgement`;
    const answers = await Promise.all([
      room.send('POST', path, undefined, { http: here() }),
      room.send('POST', path, undefined, { http: there() }),
      room.call<unknown>(0, 'waiter', there()),
      room.call<unknown>(0, 'bill', here()),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    const { calls } = await room.sitting(sitting?.id ?? '');
    expect(calls.filter(({ kind }) => kind === 'bill')).toHaveLength(1);
    // Either the second tap came before the acknowledgement, or it is a new call.
    expect([1, 2]).toContain(calls.filter(({ kind }) => kind === 'waiter').length);
    await room.clear(0);
  }
  await expectGapless(room.location.id);
});
