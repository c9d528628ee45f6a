import type { GuestCallView, GuestTableView, OrderView, Problem, SittingView, TableCallView } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { FloorRoom, longAgo } from './floor-room.js';
import { gapless, HttpClient, newKey } from './http-client.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

let running: TestApp;
let room: FloorRoom;

beforeAll(async () => {
  running = await startTestApp();
  await running.app.get(Demo).seed();
  await running.app.listen(0, '127.0.0.1');
  room = await FloorRoom.enter(new HttpClient(await running.app.getUrl()));
});
afterAll(() => running.close());
afterEach(async () => {
  for (const index of [0, 1, 2]) await room.clear(index);
});

const guestTable = async (index: number): Promise<GuestTableView> =>
  (await room.http.call<GuestTableView>('GET', `/tables/${room.token(index)}/sitting`)).body;

it('follows a table from free to the bill and back', async () => {
  expect(await room.at(0)).toMatchObject({ name: room.table(0).name, state: 'free' });
  const seating = `/locations/${room.location.id}/tables/${room.table(0).id}/sitting`;
  const seated = await room.send<SittingView>('PUT', seating);
  expect(seated).toMatchObject({ status: 200, body: { rounds: [], dueMinor: 0 } });
  expect((await room.send<SittingView>('PUT', seating)).body.id).toBe(seated.body.id);
  expect(await room.at(0)).toMatchObject({ state: 'seated', sitting: { rounds: 0 } });

  const { body: order } = await room.order(0, { guest: { name: 'Ines' } });
  expect(await room.at(0)).toMatchObject({
    state: 'ordered',
    since: order.placedAt,
    sitting: { id: seated.body.id, rounds: 1, openRounds: 1, dueMinor: order.totalMinor },
  });

  for (const { id } of await room.tickets(order)) await bump(id);
  const waiting = await room.floor();
  expect(waiting.tables[0]).toMatchObject({ state: 'food-waiting', since: waiting.atPass[0]?.readyAt });
  expect(waiting.atPass).toMatchObject([{ orderId: order.id, tableName: room.table(0).name, guestName: 'Ines' }]);
  for (const { ticketId, lineId } of waiting.atPass) {
    expect((await room.send('POST', `/tickets/${ticketId}/lines/${lineId}/hand-over`)).status).toBe(200);
  }
  expect(await room.at(0)).toMatchObject({ state: 'served', sitting: { openRounds: 0 } });

  await room.call(0, 'bill');
  expect(await room.at(0)).toMatchObject({ state: 'wants-bill', sitting: { calls: [{ kind: 'bill' }] } });

  const path = `/sittings/${seated.body.id}`;
  const unpaid = await room.send<Problem>('POST', `${path}/closure`, {});
  expect(unpaid).toMatchObject({ status: 409, body: { code: 'invalid_transition' } });
  const unsaid = await room.send<Problem>('POST', `${path}/closure`, { reason: '  ' });
  expect(unsaid).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reason' }] } });
  const wrong = await room.send<Problem>('POST', `${path}/payment`, { method: 'cash', amountMinor: 1 });
  expect(wrong).toMatchObject({ status: 409, body: { code: 'price_changed' } });
  const paid = await room.send<SittingView>('POST', `${path}/payment`, {
    method: 'cash',
    amountMinor: order.totalMinor,
  });
  expect(paid.body).toMatchObject({ dueMinor: 0, rounds: [{ paymentState: 'paid' }] });
  const closed = await room.send<SittingView>('POST', `${path}/closure`, {});
  expect(closed.body.closedAt).toBeDefined();
  expect(await room.at(0)).toMatchObject({ state: 'free' });
  const next = await room.order(0);
  expect((await room.sittingAt(0)).rounds).toMatchObject([{ id: next.body.id }]);
});

async function bump(ticketId: string): Promise<void> {
  const cook = await room.http.logIn('kitchen');
  await room.http.call('POST', `/tickets/${ticketId}/bump`, {}, { ...cook, ...newKey(), 'if-match': '*' });
}

it('shows guests at the table who ordered what, without anything that opens their orders', async () => {
  const [ines, leo] = [
    await room.order(0, { guest: { name: 'Ines', phone: '+49 30 123' } }),
    await room.order(0, { guest: { name: 'Leo' } }),
  ];
  const table = await guestTable(0);
  expect(table.rounds.map(({ guestName, number }) => [guestName, number])).toEqual([
    ['Ines', ines.body.number],
    ['Leo', leo.body.number],
  ]);
  expect(table.dueMinor).toBe(ines.body.totalMinor + leo.body.totalMinor);
  const told = JSON.stringify(table);
  expect([ines.body.trackingToken, '+49 30 123'].filter((secret) => told.includes(secret))).toEqual([]);
});

it('takes a second tap for the same call, and tells the guest who was first to come', async () => {
  const first = await room.call<GuestCallView>(0, 'waiter');
  const second = await room.call<GuestCallView>(0, 'waiter');
  expect(second.body).toEqual(first.body);
  const { sitting } = await room.at(0);
  expect(sitting?.calls).toHaveLength(1);
  const path = `/calls/${sitting?.calls[0]?.id ?? ''}/acknowledgement`;
  const answer = await room.send<TableCallView>('POST', path);
  expect(answer.body.acknowledged).toMatchObject({ by: 'Demo waiter' });
  expect((await room.send<TableCallView>('POST', path)).body).toEqual(answer.body);
  expect((await guestTable(0)).calls).toMatchObject([{ acknowledgedAt: answer.body.acknowledged?.at }]);
  expect((await room.call<GuestCallView>(0, 'waiter')).body.acknowledgedAt).toBeUndefined();
});

it('moves a party with its tickets, and makes nothing again', async () => {
  const { body: order } = await room.order(0);
  const before = await room.tickets(order);
  const sitting = await room.sittingAt(0);
  const path = `/sittings/${sitting.id}/table`;
  const moved = await room.send<SittingView>('PUT', path, { tableId: room.table(1).id }, sitting);
  expect(moved.body).toMatchObject({ tableName: room.table(1).name, rounds: [{ id: order.id }] });
  expect((await room.send<SittingView>('PUT', path, { tableId: room.table(1).id }, sitting)).status).toBe(200);
  expect((await room.send('PUT', path, { tableId: room.table(2).id }, sitting)).status).toBe(412);
  const after = await room.tickets(order);
  expect(after.map(({ tableName }) => tableName)).toEqual(before.map(() => room.table(1).name));
  expect(after.map(withoutPlace)).toEqual(before.map(withoutPlace));
  expect(await room.at(0)).toMatchObject({ state: 'free' });
  const history = await room.http.history(order.id, room.waiter);
  expect(history.map(({ seq }) => seq)).toEqual(gapless(history.length));
});

const withoutPlace = ({ tableName: _, version: __, ...ticket }: { tableName?: string; version: number }) => ticket;

it('refuses a table where somebody sits, and merges the two parties instead', async () => {
  const [one, other] = [await room.order(0), await room.order(1)];
  await room.call(0, 'bill');
  const [sitting, into] = [await room.sittingAt(0), await room.sittingAt(1)];
  const taken = await room.send<Problem>('PUT', `/sittings/${sitting.id}/table`, { tableId: room.table(1).id });
  expect(taken).toMatchObject({ status: 409, body: { code: 'in_use' } });
  const merged = await room.send<SittingView>('POST', `/sittings/${sitting.id}/merger`, { intoId: into.id });
  expect(merged.body.rounds.map(({ id }) => id)).toEqual([one.body.id, other.body.id]);
  expect(merged.body).toMatchObject({ id: into.id, calls: [{ kind: 'bill' }] });
  const again = await room.send<SittingView>('POST', `/sittings/${sitting.id}/merger`, { intoId: into.id });
  expect(again).toMatchObject({ status: 200, body: { version: merged.body.version } });
  expect(await room.sitting(sitting.id)).toMatchObject({ mergedIntoId: into.id, rounds: [] });
  expect(await room.tickets(one.body)).toMatchObject([{ tableName: room.table(1).name }]);
  const itself = await room.send<Problem>('POST', `/sittings/${into.id}/merger`, { intoId: into.id });
  expect(itself).toMatchObject({ status: 422, body: { errors: [{ pointer: '/intoId' }] } });
});

it('tells waiters and guests what has to be given back, until it was, and then how', async () => {
  const { body: order } = await room.order(0);
  await room.order(0);
  const sum = { method: 'card-terminal', amountMinor: order.totalMinor };
  await room.send('POST', `/orders/${order.id}/payments`, sum);
  const manager = { ...(await room.http.logIn('manager')), ...newKey(), 'if-match': '*' };
  const why = { reason: 'Guests left early', kitchenAnswer: 'made' };
  await room.http.call('POST', `/orders/${order.id}/cancellation`, why, manager);
  const tracking = async () => (await room.http.call<OrderView>('GET', `/tracking/${order.trackingToken}`)).body;
  expect(await room.at(0)).toMatchObject({ sitting: { rounds: 1, refundDueMinor: order.totalMinor } });
  expect(await room.sittingAt(0)).toMatchObject({ refundDueMinor: order.totalMinor });
  expect(await tracking()).toMatchObject({ state: 'cancelled', refundDueMinor: order.totalMinor });
  expect((await tracking()).refunds).toBeUndefined();

  const part = { method: 'cash', amountMinor: 100 };
  await room.send('POST', `/orders/${order.id}/refunds`, part);
  await room.send('POST', `/orders/${order.id}/refunds`, { ...sum, amountMinor: order.totalMinor - 100 });
  const given = [part, { ...sum, amountMinor: order.totalMinor - 100 }];
  expect((await tracking()).refunds).toMatchObject(given);
  expect(JSON.stringify((await tracking()).refunds)).not.toContain('Demo waiter');
  const sitting = await room.sittingAt(0);
  expect(sitting.rounds[0]?.refunds).toMatchObject(given);
  expect([sitting.refundDueMinor, (await room.at(0)).sitting?.refundDueMinor]).toEqual([undefined, undefined]);
});

it('ends what was left open on an earlier day when others come, so that nobody gets the bill of strangers', async () => {
  const { body: old } = await longAgo(running, () => room.order(0, { guest: { name: 'Ines' } }));
  await longAgo(running, () => room.call(0, 'bill'));
  const before = await room.at(0);
  expect(before.sitting?.daysOpen).toBeGreaterThanOrEqual(1);
  expect(before).toMatchObject({ sitting: { dueMinor: old.totalMinor } });
  expect(await guestTable(0)).toMatchObject({ rounds: [], calls: [], totalMinor: 0, dueMinor: 0 });

  const { body: fresh } = await room.order(0);
  const now = await room.at(0);
  expect(now.sitting?.daysOpen).toBeUndefined();
  expect((await guestTable(0)).rounds).toMatchObject([{ orderId: fresh.id }]);
  expect((await room.sittingAt(0)).rounds).toMatchObject([{ id: fresh.id }]);
  const left = await room.sitting(before.sitting?.id ?? '');
  expect(left.closedAt).toBeDefined();
  expect(left).toMatchObject({ dueMinor: old.totalMinor, rounds: [{ id: old.id }] });
});

it.each([
  ['calls a waiter', () => room.call(1, 'waiter')],
  ['is seated', () => room.send('PUT', `/locations/${room.location.id}/tables/${room.table(1).id}/sitting`)],
])('begins another sitting for who %s at a table that was left open', async (_, come) => {
  const seat = () => room.send<SittingView>('PUT', `/locations/${room.location.id}/tables/${room.table(1).id}/sitting`);
  const { body: old } = await longAgo(running, seat);
  await come();
  const { sitting } = await room.at(1);
  expect(sitting?.id).not.toBe(old.id);
  expect((await room.sitting(old.id)).closedAt).toBeDefined();
});

it('lets the office free a table that was left open', async () => {
  await longAgo(running, () => room.order(2));
  const { sitting } = await room.at(2);
  const closed = await room.send<SittingView>('POST', `/sittings/${sitting?.id ?? ''}/closure`, {
    reason: 'Left open',
  });
  expect(closed.status).toBe(200);
  expect(await room.at(2)).toMatchObject({ state: 'free' });
});

it('keeps the floor from those who do not serve', async () => {
  const cook = await room.http.logIn('kitchen');
  const path = `/locations/${room.location.id}/floor`;
  expect((await room.http.call('GET', path, undefined, cook)).status).toBe(403);
  expect((await room.http.call('GET', path)).status).toBe(401);
  expect((await room.http.call('GET', '/tables/no-such-token/sitting')).status).toBe(404);
});
