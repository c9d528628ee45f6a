import type { EventView, LocationView, Page, PlacedOrderView, Problem, TicketView } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { HttpClient, newKey } from './http-client.js';
import type { Dish, Headed } from './http-client.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

let running: TestApp;
let client: HttpClient;
let location: LocationView;
let dish: Dish;
let waiter: Headed;
let cook: Headed;
let order: PlacedOrderView;
let ticket: TicketView;

beforeAll(async () => {
  running = await startTestApp();
  await running.app.get(Demo).seed();
  await running.app.listen(0, '127.0.0.1');
  client = new HttpClient(await running.app.getUrl());
  location = await client.location();
  dish = await client.simpleDish(location.id);
  waiter = await client.logIn('waiter');
  cook = await client.logIn('kitchen');
});
afterAll(() => running.close());

beforeEach(async () => {
  order = (await client.place(location.id, dish)).body;
  ticket = (await client.ticketsOf(order.id, location.id, cook))[0] as TicketView;
});

const post = (path: string, headers: Headed, body: object = {}) => client.call<Problem>('POST', path, body, headers);

describe('a command on an order or a ticket', () => {
  const orderPaths = () =>
    ['acceptance', 'rejection', 'cancellation', 'hand-over'].map((x) => `/orders/${order.id}/${x}`);
  const ticketPaths = () =>
    ['start', 'bump', 'recall', 'acknowledgement', `lines/${String(ticket.lines[0]?.id)}/completion`].map(
      (name) => `/tickets/${ticket.id}/${name}`,
    );

  it('asks for the version that was seen', async () => {
    const reason = { reason: 'Too late.' };
    const ofOrder = await Promise.all(
      orderPaths().map((path) => post(path, waiter, /rej|canc/.test(path) ? reason : {})),
    );
    const ofTicket = await Promise.all(ticketPaths().map((path) => post(path, cook)));
    const answers = [...ofOrder, ...ofTicket].map(({ status, body }) => [status, body.code]);
    expect(answers).toEqual(Array(9).fill([428, 'precondition_required']));
  });

  it('is refused with 412 when it has changed since', async () => {
    const seen = { ...cook, 'if-match': '"1"' };
    expect((await post(`/tickets/${ticket.id}/start`, seen)).status).toBe(200);
    expect((await post(`/tickets/${ticket.id}/bump`, seen)).status).toBe(412);
    expect((await post(`/tickets/${ticket.id}/bump`, { ...cook, 'if-match': '"2"' })).status).toBe(200);
    const stale = { ...waiter, 'if-match': `"${String(order.version)}"` };
    expect((await post(`/orders/${order.id}/hand-over`, stale)).status).toBe(412);
  });

  it('answers with the version that it made', async () => {
    await post(`/tickets/${ticket.id}/bump`, { ...cook, 'if-match': '*' });
    const handed = await client.call<PlacedOrderView>(
      'POST',
      `/orders/${order.id}/hand-over`,
      {},
      {
        ...waiter,
        'if-match': '*',
      },
    );
    expect(handed.headers.get('etag')).toBe(`"${String(handed.body.version)}"`);
  });
});

describe('an order that has not changed', () => {
  it.each(['the guest', 'staff'])('is not sent again to %s', async (who) => {
    const path = who === 'staff' ? `/orders/${order.id}` : `/tracking/${order.trackingToken}`;
    const headers = who === 'staff' ? waiter : {};
    const first = await client.call('GET', path, undefined, headers);
    const seen = { 'if-none-match': String(first.headers.get('etag')) };
    const again = await client.call('GET', path, undefined, { ...headers, ...seen });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, undefined, first.headers.get('etag')]);
    await post(`/tickets/${ticket.id}/start`, { ...cook, 'if-match': '*' });
    expect((await client.call('GET', path, undefined, { ...headers, ...seen })).status).toBe(200);
  });
});

describe('a request that comes again', () => {
  it('gets the same order and says that it is a replay', async () => {
    const key = newKey();
    const [first, second] = [await client.place(location.id, dish, key), await client.place(location.id, dish, key)];
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
  });

  it('gets the same refusal, although the moment has passed', async () => {
    const manager = await client.logIn('manager');
    const countdown = `/locations/${location.id}/countdowns/item/${dish.itemId}`;
    await client.call('PUT', countdown, { remaining: 0 }, manager);
    const key = newKey();
    const first = await client.place(location.id, dish, key);
    await client.call('DELETE', countdown, undefined, manager);
    const second = await client.place(location.id, dish, key);
    expect([first.status, second.status]).toEqual([409, 409]);
    const known = ({ code, detail, errors }: Problem) => ({ code, detail, errors });
    expect(known(second.body as unknown as Problem)).toEqual(known(first.body as unknown as Problem));
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect((await client.place(location.id, dish)).status).toBe(201);
  });

  it('is refused when it asks for something else', async () => {
    const key = newKey();
    await client.place(location.id, dish, key);
    const other = await client.place(location.id, { ...dish, quantity: 2 }, key);
    expect([other.status, (other.body as unknown as Problem).code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('may be mended under the same key when it could not be understood', async () => {
    const key = newKey();
    expect((await client.place(location.id, { ...dish, itemId: 'nothing' }, key)).status).toBe(422);
    expect((await client.place(location.id, dish, key)).status).toBe(201);
  });
});

describe('the events of a restaurant, asked for', () => {
  const events = (query: string, headers: Headed = cook) =>
    client.call<Page<EventView> & Problem>('GET', `/locations/${location.id}/events${query}`, undefined, headers);

  it('come in pages, in order, each once', async () => {
    const all = await client.feed(location.id, cook);
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index + 1));
    const page = await events('?after=1&limit=2');
    expect(page.body).toEqual({ data: all.slice(1, 3), hasMore: true, nextCursor: '3' });
    const end = await events(`?after=${String(all.length)}`);
    expect(end.body).toEqual({ data: [], hasMore: false, nextCursor: String(all.length) });
  });

  it.each(['?after=-1', '?after=x', '?limit=0', '?limit=101', '?after=1e3'])('are refused for %s', async (query) => {
    expect((await events(query)).body.code).toBe('invalid_query');
  });

  it('are for staff of the kitchen alone', async () => expect((await events('', {})).status).toBe(401));
});
