import type {
  EventView,
  FloorView,
  LocationView,
  PlacedOrderView,
  StaffOrderView,
  StaffTableView,
  TicketLineView,
  TicketPage,
  TicketView,
} from '@comanda/shared';
import { orderCounts, slowestState, ticketStateOf } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { gapless, HttpClient, newKey } from './http-client.js';
import type { Dish, Headed } from './http-client.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

/** Every two commands that can meet at one order do meet, at two applications on one database. */
let database: TestDatabase;
let apps: TestApp[];
let clients: HttpClient[];
let location: LocationView;
let dish: Dish;
let manager: Headed;

beforeAll(async () => {
  database = await createTestDatabase();
  apps = [await startTestApp(database), await startTestApp(database)];
  await apps[0]?.app.get(Demo).seed();
  clients = [];
  for (const { app } of apps) {
    await app.listen(0, '127.0.0.1');
    clients.push(new HttpClient(await app.getUrl()));
  }
  location = await first().location();
  dish = await first().simpleDish(location.id);
  manager = await first().logIn('manager');
});
afterAll(async () => {
  for (const { app } of apps) await app.close();
  await database.drop();
});

const first = () => clients[0] as HttpClient;

interface Scene {
  readonly order: PlacedOrderView;
  readonly ticket: TicketView;
  /** Of those at a table. */
  readonly party?: Party;
}

/** Who sits at a table, where else they could sit, and with whom. */
interface Party {
  readonly sittingId: string;
  readonly freeTableId: string;
  readonly intoId: string;
}

/** Three tables that nobody else uses meanwhile. */
type Trio = readonly [StaffTableView, StaffTableView, StaffTableView];

/** The first line is to be made, the second as well, the third is held for the next course. */
async function aScene(before: readonly string[], trio?: Trio): Promise<Scene> {
  const order = await place(trio?.[0]);
  for (const step of before) await send(first(), { order, ticket: await ticketOf(order) }, step);
  const ticket = await ticketOf(order);
  if (!trio) return { order, ticket };
  await place(trio[2]);
  const { body: floor } = await first().call<FloorView>('GET', `/locations/${location.id}/floor`, undefined, manager);
  const [sittingId = '', , intoId = ''] = trio.map(
    ({ id }) => floor.tables.find((each) => each.id === id)?.sitting?.id,
  );
  return { order, ticket, party: { sittingId, freeTableId: trio[1].id, intoId } };
}

async function place(table?: StaffTableView): Promise<PlacedOrderView> {
  const lines = [dish, { ...dish, note: 'well done' }, { ...dish, course: 2 }];
  const tableToken = table?.guestPath.replace('/t/', '');
  const fulfilment = table ? { type: 'dine-in', tableToken } : { type: 'pickup' };
  const path = `/locations/${location.id}/orders`;
  return (await first().call<PlacedOrderView>('POST', path, { fulfilment, lines }, newKey())).body;
}

async function ticketOf({ number }: { number: number }): Promise<TicketView> {
  const path = `/locations/${location.id}/tickets?number=${number}`;
  const [ticket] = (await first().call<TicketPage>('GET', path, undefined, manager)).body.data;
  if (!ticket) throw new Error('The order has no ticket.');
  return ticket;
}

/** What each command is called, and what is sent. */
const COMMANDS: Readonly<Record<string, (scene: Scene) => readonly [string, string, object]>> = {
  start: ({ ticket }) => ['POST', `/tickets/${ticket.id}/start`, {}],
  finish: ({ ticket }) => ['POST', `/tickets/${ticket.id}/lines/${lineOf(ticket)}/completion`, {}],
  reopen: ({ ticket }) => ['POST', `/tickets/${ticket.id}/lines/${lineOf(ticket)}/reopening`, {}],
  bump: ({ ticket }) => ['POST', `/tickets/${ticket.id}/bump`, {}],
  undo: ({ ticket }) => ['POST', `/tickets/${ticket.id}/bump-undo`, {}],
  recall: ({ ticket }) => ['POST', `/tickets/${ticket.id}/recall`, {}],
  refire: ({ ticket }) => ['POST', `/tickets/${ticket.id}/lines/${lineOf(ticket)}/refire`, { reason: 'Burnt' }],
  acknowledge: ({ ticket }) => ['POST', `/tickets/${ticket.id}/acknowledgement`, { answer: 'made' }],
  hand: ({ ticket }) => ['POST', `/tickets/${ticket.id}/hand-over`, {}],
  handLine: ({ ticket }) => ['POST', `/tickets/${ticket.id}/lines/${lineOf(ticket)}/hand-over`, {}],
  handOrder: ({ order }) => ['POST', `/orders/${order.id}/hand-over`, {}],
  fire: ({ order }) => ['POST', `/orders/${order.id}/course-firing`, { course: 2 }],
  rush: ({ order }) => ['PUT', `/orders/${order.id}/rush`, {}],
  cancel: ({ order }) => ['POST', `/orders/${order.id}/cancellation`, { reason: 'Left' }],
  withdraw: ({ order }) => [
    'POST',
    `/orders/${order.id}/lines/${order.lines[0]?.id ?? ''}/withdrawal`,
    { reason: 'No' },
  ],
  replace: ({ order }) => [
    'POST',
    `/orders/${order.id}/lines/${order.lines[0]?.id ?? ''}/replacement`,
    { line: { ...dish, quantity: 2 }, reason: 'Two of them' },
  ],
  transfer: ({ party }) => ['PUT', `/sittings/${party?.sittingId ?? ''}/table`, { tableId: party?.freeTableId }],
  merge: ({ party }) => ['POST', `/sittings/${party?.sittingId ?? ''}/merger`, { intoId: party?.intoId }],
  change: ({ order }) => ['POST', `/orders/${order.id}/lines/${order.lines[1]?.id ?? ''}/change`, { note: 'rare' }],
};

const lineOf = ({ lines }: TicketView): string => lines[0]?.id ?? '';

function send(client: HttpClient, scene: Scene, name: string) {
  const [method, path, body] = COMMANDS[name]?.(scene) ?? ['', '', {}];
  return client.call<Record<string, unknown>>(method, path, body, { ...manager, ...newKey(), 'if-match': '*' });
}

/** Whoever won: each is carried out or refused, the story has no gap, and everything follows from the lines. */
async function faultsAfter(scene: Scene, statuses: readonly number[], refires: number): Promise<string[]> {
  const { body: order } = await first().call<StaffOrderView>('GET', `/orders/${scene.order.id}`, undefined, manager);
  const ticket = await ticketOf(scene.order);
  const history = await first().history(order.id, manager);
  const states = ticket.lines.map(({ state }) => state);
  const acknowledged = ticket.lines.every(({ withdrawal }) => !withdrawal || withdrawal.acknowledged !== undefined);
  const { outstanding } = orderCounts(ticket.lines);
  const live = order.lines.filter(({ kitchenState }) => kitchenState !== 'cancelled');
  return Object.entries({
    'each is carried out or refused': statuses.every((status) => status === 200 || status === 409),
    'no event is missing': String(history.map(({ seq }) => seq)) === String(gapless(order.version)),
    'the timeline ends with the state': order.timeline.at(-1)?.state === order.state,
    'the ticket follows its lines': ticket.state === ticketStateOf(states, { acknowledged }),
    'the dishes follow their lines': order.lines.every(
      ({ id, kitchenState }) => kitchenState === slowestState(statesOf(ticket, id)),
    ),
    'what is ready or done has nothing to make': order.state !== 'ready' || !isToMake(ticket),
    'what is completed was handed over': order.state !== 'completed' || outstanding === 0 || wasRecalled(history),
    'the ticket says where the order is eaten': ticket.tableName === order.fulfilment.tableName,
    'nothing is fired twice': history.filter(({ type }) => type === 'ticket.fired').length === 1,
    'a dish is replaced once': ticket.lines.filter((line) => isInstead(line, ticket)).length <= 1,
    'each refire makes one line': ticket.lines.filter(({ refire }) => refire).length <= refires,
    'each version of the ticket is told once': isGaplessTicket(history, ticket),
    'the bill adds up':
      order.state === 'cancelled' || order.subtotalMinor === live.reduce((sum, line) => sum + line.totalMinor, 0),
  }).flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

const statesOf = ({ lines }: TicketView, orderLineId: string) =>
  lines.filter((line) => line.orderLineId === orderLineId).map(({ state }) => state);
/** It stands in the place of another dish, not of the same one with another note. */
const isInstead = ({ replaces, orderLineId }: TicketLineView, { lines }: TicketView): boolean =>
  lines.some((line) => line.id === replaces && line.orderLineId !== orderLineId);
const isToMake = ({ lines }: TicketView): boolean =>
  lines.some(({ state }) => state === 'held' || state === 'fired' || state === 'started');
const wasRecalled = (history: readonly EventView[]): boolean =>
  history.some(({ type }) => type === 'ticket.recalled' || type === 'ticket-line.refired');

function isGaplessTicket(history: readonly EventView[], { version }: TicketView): boolean {
  const told = history.flatMap(({ data }) => (data['ticket'] as TicketView | undefined)?.version ?? []);
  return String(told) === String(gapless(version));
}

/** Every two of them, each with itself too. */
const pairsOf = (names: readonly string[]) =>
  names.flatMap((one, at) => names.slice(at).map((other) => [one, other] as const));
const allBut = (...rest: readonly string[]) => Object.keys(COMMANDS).filter((name) => !rest.includes(name));
const AT_A_TABLE = ['transfer', 'merge'];
/** Every two of which one moves the party. */
const movingPairs = (names: readonly string[]) =>
  pairsOf(names).filter((pair) => pair.some((name) => AT_A_TABLE.includes(name)));

/** So many races are run side by side. */
const TRACKS = 6;

async function faultsOf(
  [one, other]: readonly [string, string],
  { before, trio }: { readonly before: readonly string[]; readonly trio?: Trio },
): Promise<string[]> {
  const scene = await aScene(before, trio);
  const answers = await Promise.all([one, other].map((name, at) => send(clients[at] as HttpClient, scene, name)));
  const statuses = answers.map(({ status }) => status);
  const refires = [one, other].filter((name, at) => name === 'refire' && statuses[at] === 200).length;
  const faults = await faultsAfter(scene, statuses, refires);
  return faults.map((fault) => `${one} and ${other} (${statuses.join()}): ${fault}`);
}

it.each([
  ['fired', [], allBut('reopen', 'undo', 'hand', 'handOrder', ...AT_A_TABLE)],
  ['ready at the pass', ['fire', 'bump'], allBut('start', 'finish', 'fire', ...AT_A_TABLE)],
  ['cancelled', ['start', 'cancel'], ['acknowledge', 'bump', 'recall', 'refire', 'cancel', 'withdraw', 'replace']],
] as const)(
  'every two commands that can meet do meet at a ticket that is %s',
  async (_, before, names) => {
    const waiting = pairsOf(names);
    const faults: string[] = [];
    const track = async (): Promise<void> => {
      for (let pair = waiting.shift(); pair; pair = waiting.shift()) faults.push(...(await faultsOf(pair, { before })));
    };
    await Promise.all(Array.from({ length: TRACKS }, track));
    expect(faults).toEqual([]);
  },
  120_000,
);

it('every command that can meet a party on its way to another table does meet it', async () => {
  const tables = await moreTables(TRACKS * 3);
  const waiting = movingPairs(allBut('reopen', 'undo'));
  const faults: string[] = [];
  const track = async (trio: Trio): Promise<void> => {
    for (let pair = waiting.shift(); pair; pair = waiting.shift()) {
      faults.push(...(await faultsOf(pair, { before: [], trio })));
      await everybodyLeaves(trio);
    }
  };
  const trios = Array.from({ length: TRACKS }, (_, at) => tables.slice(at * 3, at * 3 + 3) as unknown as Trio);
  await Promise.all(trios.map(track));
  expect(faults).toEqual([]);
}, 120_000);

async function moreTables(count: number): Promise<StaffTableView[]> {
  const names = Array.from({ length: count }, (_, at) => ({ name: `Race ${String(at)}` }));
  const path = `/locations/${location.id}`;
  expect((await first().call('PATCH', path, { tables: names }, manager)).status).toBe(200);
  const { body } = await first().call<StaffTableView[]>('GET', `${path}/tables`, undefined, manager);
  return body.filter(({ name }) => name.startsWith('Race'));
}

async function everybodyLeaves(trio: Trio): Promise<void> {
  const { body: floor } = await first().call<FloorView>('GET', `/locations/${location.id}/floor`, undefined, manager);
  const ids = floor.tables.flatMap(({ id, sitting }) =>
    trio.some((table) => table.id === id) ? (sitting?.id ?? []) : [],
  );
  for (const id of ids) {
    const headers = { ...manager, 'if-match': '*' };
    await first().call('POST', `/sittings/${id}/closure`, { reason: 'End of the race' }, headers);
  }
}
