import type {
  GroupBasketView,
  GroupLine,
  GroupMembershipView,
  LocationView,
  OrderView,
  PlacedOrderView,
  Problem,
} from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { GroupBasketEntity } from '../src/group-baskets/group-basket.entity.js';
import { GroupBasketSweeper } from '../src/group-baskets/group-basket-sweeper.js';
import { GroupPersonEntity } from '../src/group-baskets/group-person.entity.js';
import { Database, Transactions } from '../src/platform/database/index.js';
import { HttpClient, newKey } from './http-client.js';
import type { Dish } from './http-client.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

let running: TestApp;
let http: HttpClient;
let location: LocationView;
let dish: Dish;

beforeAll(async () => {
  running = await startTestApp();
  await running.app.get(Demo).seed();
  await running.app.listen(0, '127.0.0.1');
  http = new HttpClient(await running.app.getUrl());
  location = await http.location();
  dish = await http.simpleDish(location.id);
});
afterAll(() => running.close());

let lines = 0;
const aLine = (more: Partial<GroupLine> = {}): GroupLine => ({ id: `line-${String(++lines)}`, ...dish, ...more });

async function open(name = 'Ines'): Promise<GroupMembershipView> {
  return (await http.call<GroupMembershipView>('POST', `/locations/${location.id}/group-baskets`, { name })).body;
}
const join = (group: GroupMembershipView, name: string) =>
  http.call<GroupMembershipView & Problem>('POST', `/group-baskets/${group.groupToken}/people`, { name });
const look = async (group: GroupMembershipView): Promise<GroupBasketView> =>
  (await http.call<GroupBasketView>('GET', `/group-baskets/${group.groupToken}`)).body;
const change = (
  member: GroupMembershipView,
  wanted: readonly GroupLine[],
  { personId = member.personId, version = '*' }: { personId?: string; version?: string } = {},
) => {
  const path = `/group-members/${member.memberToken}/people/${personId}/lines`;
  return http.call<GroupBasketView & Problem>('PUT', path, { lines: wanted }, { 'if-match': version });
};
const lock = (member: GroupMembershipView, locked = true) =>
  http.call<GroupBasketView & Problem>('PUT', `/group-members/${member.memberToken}/lock`, { locked });
const order = (member: GroupMembershipView, more: object = {}, key = newKey()) =>
  http.call<PlacedOrderView & Problem>(
    'POST',
    `/group-members/${member.memberToken}/order`,
    { fulfilment: { type: 'pickup' }, guest: { name: 'Ines' }, ...more },
    key,
  );

/** A host and a friend, each with a dish. */
async function aGroup() {
  const host = await open();
  const { body: friend } = await join(host, 'Leo');
  await change(host, [aLine({ note: 'well done' })]);
  await change(friend, [aLine({ quantity: 2 })]);
  return { host, friend };
}

it('takes a group from the link to one order whose lines and tickets say whose they are', async () => {
  const { host, friend } = await aGroup();
  const basket = await look(host);
  expect(basket).toMatchObject({
    state: 'open',
    people: [
      { name: 'Ines', isHost: true, lines: [{ quantity: 1, note: 'well done', problems: [] }] },
      { name: 'Leo', isHost: false, lines: [{ quantity: 2, problems: [] }] },
    ],
  });
  expect(basket.people.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(basket.subtotalMinor);
  expect((await lock(host)).body.state).toBe('locked');
  const expectedTotalMinor = basket.totalMinor;
  const placed = await order(host, { expectedTotalMinor });
  expect(placed.status).toBe(201);
  expect(placed.body.lines.map(({ guestName, quantity }) => [guestName, quantity])).toEqual([
    ['Ines', 1],
    ['Leo', 2],
  ]);
  const { trackingToken } = placed.body;
  expect(await look(friend)).toMatchObject({ state: 'ordered', trackingToken });
  const followed = await http.call<OrderView>('GET', `/tracking/${trackingToken}`);
  expect(followed.body.lines.map(({ guestName }) => guestName)).toEqual(['Ines', 'Leo']);
  const cook = await http.logIn('kitchen');
  const tickets = await http.ticketsOf(placed.body.id, location.id, cook);
  expect(tickets.flatMap((ticket) => ticket.lines.map(({ guestName }) => guestName))).toEqual(['Ines', 'Leo']);
});

it('tells those who follow the order neither the address nor the phone number of its host', async () => {
  const { host, friend } = await aGroup();
  await change(host, [aLine({ quantity: 5 })]);
  await lock(host);
  const address = { street: 'Torstrasse 1', postcode: '10115' };
  const guest = { name: 'Ines', phone: '+49 30 1234' };
  const placed = await order(host, { fulfilment: { type: 'delivery', address, cutlery: 2 }, guest });
  expect(placed.body).toMatchObject({ fulfilment: { address, cutlery: 2 }, guest });
  const { trackingToken } = await look(friend);
  const followed = await http.call<OrderView>('GET', `/tracking/${trackingToken ?? ''}`);
  expect(followed.body).toMatchObject({ fulfilment: { type: 'delivery' }, guest: { name: 'Ines' } });
  expect(JSON.stringify(followed.body)).not.toMatch(/Torstrasse|\+49 30 1234/);
  expect(await http.order(placed.body.id, await http.logIn('waiter'))).toMatchObject({
    fulfilment: { address },
    guest,
  });
});

it('answers 304 until somebody changes something', async () => {
  const { host, friend } = await aGroup();
  const path = `/group-baskets/${host.groupToken}?language=en`;
  const first = await http.call<GroupBasketView>('GET', path);
  const known = { 'if-none-match': first.headers.get('etag') ?? '' };
  expect((await http.call('GET', path, undefined, known)).status).toBe(304);
  await change(friend, []);
  expect((await http.call('GET', path, undefined, known)).status).toBe(200);
});

it('gives away neither secret with the link', async () => {
  const { host, friend } = await aGroup();
  const told = JSON.stringify(await look(host));
  expect([host.memberToken, friend.memberToken].filter((secret) => told.includes(secret))).toEqual([]);
  expect((await lock({ ...host, memberToken: host.groupToken })).status).toBe(404);
});

it('lets each person change their own part, and the host everybody’s', async () => {
  const { host, friend } = await aGroup();
  expect(await change(friend, [], { personId: host.personId })).toMatchObject({ status: 403 });
  expect((await lock(friend)).body.code).toBe('forbidden');
  expect((await order(friend)).body.code).toBe('forbidden');
  const seen = (await look(host)).people[1];
  const part = { personId: friend.personId, version: `"${String(seen?.version)}"` };
  expect((await change(host, [], part)).body.people[1]?.lines).toEqual([]);
  const late = await change(friend, [aLine()], { version: part.version });
  expect(late).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
});

it('loses no line when all change theirs at once', async () => {
  const host = await open();
  const friends = await Promise.all(['Leo', 'Mia', 'Noor', 'Ola'].map(async (name) => (await join(host, name)).body));
  const everybody = [host, ...friends];
  await Promise.all(everybody.map((member, at) => change(member, [aLine({ note: `of ${String(at)}` })])));
  const { people } = await look(host);
  const found = new Map(people.map(({ id, lines: [line] }) => [id, line?.note]));
  expect(everybody.map(({ personId }) => found.get(personId))).toEqual(everybody.map((_, at) => `of ${String(at)}`));
});

it('refuses changes once it is locked, and takes them again when it is opened', async () => {
  const { host, friend } = await aGroup();
  await lock(host);
  expect(await change(friend, [])).toMatchObject({ status: 409, body: { code: 'group_locked' } });
  expect(await join(host, 'Mia')).toMatchObject({ status: 409, body: { code: 'group_locked' } });
  await lock(host, false);
  expect((await change(friend, [])).status).toBe(200);
  expect((await order(host)).body.code).toBe('group_locked');
});

it('makes one order of two tabs that order at once, and tells both of it', async () => {
  const { host, friend } = await aGroup();
  await lock(host);
  const answers = await Promise.all([1, 2, 3].map((tip) => order(host, { tipMinor: tip * 100 })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect((await order(host)).body.id).toBe(answers[0]?.body.id);
  expect(await change(friend, [])).toMatchObject({ status: 409, body: { code: 'group_ordered' } });
  expect((await lock(host, false)).body.code).toBe('group_ordered');
});

it('makes one order of eight tabs, also when they are written together with the orders of others', async () => {
  const { host } = await aGroup();
  await lock(host);
  const others = Array.from({ length: 24 }, () => http.place(location.id, dish));
  const tabs = await Promise.all(Array.from({ length: 8 }, () => order(host)));
  await Promise.all(others);
  expect(new Set(tabs.map(({ body }) => body.id)).size).toBe(1);
  expect(tabs.map(({ status }) => status)).toEqual(tabs.map(() => 201));
});

it('orders nothing at a price that the host has not seen, and stays locked', async () => {
  const { host } = await aGroup();
  await lock(host);
  expect((await order(host, { expectedTotalMinor: 1 })).body.code).toBe('price_changed');
  expect(await look(host)).toMatchObject({ state: 'locked' });
  expect((await order(host)).status).toBe(201);
});

it('names what cannot be had at the line of whoever wants it', async () => {
  const { host, friend } = await aGroup();
  const gone = aLine({ itemId: 'no-such-dish' });
  const { body } = await change(friend, [aLine(), gone]);
  const [ines, leo] = body.people;
  expect(ines?.lines.flatMap(({ problems }) => problems)).toEqual([]);
  expect(leo?.lines[1]).toMatchObject({ id: gone.id, totalMinor: 0, problems: [{ code: 'unknown_item' }] });
  await lock(host);
  expect((await order(host)).body).toMatchObject({ code: 'invalid_basket', errors: [{ pointer: '/lines/2/itemId' }] });
});

it('takes no more people and dishes than fit', async () => {
  const host = await open();
  const many = Array.from({ length: LIMITS.basketLines }, () => aLine());
  expect((await change(host, many)).status).toBe(200);
  const { body: friend } = await join(host, 'Leo');
  expect((await change(friend, [aLine()])).body.code).toBe('group_full');
  for (let more = 2; more < LIMITS.groupPeople; more++) await join(host, `Guest ${String(more)}`);
  expect((await join(host, 'Too many')).body.code).toBe('group_full');
});

it('expires, and is swept a day later', async () => {
  const { host, friend } = await aGroup();
  const age = async (hours: number) =>
    running.app
      .get(Transactions)
      .run(({ manager }) =>
        manager.update(GroupBasketEntity, { token: host.groupToken }, { expiresAt: Date.now() - hours * 3_600_000 }),
      );
  await age(1);
  expect(await look(host)).toMatchObject({ state: 'expired', people: [] });
  expect((await change(friend, [])).body.code).toBe('group_expired');
  await running.app.get(GroupBasketSweeper).sweep();
  expect((await look(host)).state).toBe('expired');
  await age(25);
  await running.app.get(GroupBasketSweeper).sweep();
  expect((await http.call('GET', `/group-baskets/${host.groupToken}`)).status).toBe(404);
  const { reader } = running.app.get(Database);
  expect(await reader.countBy(GroupPersonEntity, { token: friend.memberToken })).toBe(0);
});
