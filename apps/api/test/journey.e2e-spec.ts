import type {
  AvailabilityView,
  BoardView,
  LocationView,
  MenuView,
  OrderView,
  PlacedOrderView,
  Problem,
  QuoteView,
  SessionView,
  StaffOrderView,
  TicketView,
} from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import type { DemoAccess } from '../src/demo/index.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
let running: TestApp;
let demo: DemoAccess;
let location: LocationView;
let menu: MenuView;
let keys = 0;

beforeAll(async () => {
  running = await startTestApp();
  const seeded = await running.app.get(Demo).seed();
  if (!seeded) throw new Error('The database was not empty.');
  demo = seeded;
  location = (await call<LocationView[]>('GET', '/locations')).body[0] as LocationView;
  menu = (await call<MenuView>('GET', `/locations/${location.id}/menu?language=de`)).body;
});
afterAll(() => running.close());

async function call<T>(method: Method, url: string, body?: object, headers: Record<string, string> = {}) {
  const payload = body === undefined ? {} : { payload: body };
  const answer = await running.app.inject({ method, url: `/api/v1${url}`, headers, ...payload });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<T>() };
}

const newKey = () => ({ 'idempotency-key': `journey-test-${String(++keys).padStart(8, '0')}` });

async function logIn(role: string): Promise<Record<string, string>> {
  const login = demo.staff.find(({ email }) => email.startsWith(role));
  const answer = await running.app.inject({ method: 'POST', url: '/api/v1/session', payload: login ?? {} });
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { cookie, 'x-csrf-token': answer.json<SessionView>().csrfToken };
}

/** A dish that can be ordered without choosing anything. */
function simpleDish(): { itemId: string; variantId: string; quantity: number } {
  const required = new Set(menu.modifierGroups.filter(({ min }) => min > 0).map(({ id }) => id));
  const item = menu.items.find(
    (each) => each.variants.length === 1 && !each.onlyAsOption && !each.modifierGroupIds.some((id) => required.has(id)),
  );
  return { itemId: item?.id ?? '', variantId: item?.variants[0]?.id ?? '', quantity: 2 };
}

const pickup = (extra: object = {}) => ({ fulfilment: { type: 'pickup' }, lines: [simpleDish()], ...extra });

async function place(extra: object = {}): Promise<PlacedOrderView> {
  const answer = await call<PlacedOrderView>('POST', `/locations/${location.id}/orders`, pickup(extra), newKey());
  expect(answer.status).toBe(201);
  return answer.body;
}

it('takes an order from the guest to the kitchen and back', async () => {
  const quote = await call<QuoteView>('POST', `/locations/${location.id}/quotes`, pickup());
  expect(quote.body).toMatchObject({ orderable: true, problems: [] });
  const placed = await place({ guest: { name: 'Ines' }, expectedTotalMinor: quote.body.totalMinor });
  expect(placed).toMatchObject({ state: 'in-kitchen', totalMinor: quote.body.totalMinor, cancellable: true });

  const cook = await logIn('kitchen');
  const board = await call<BoardView>('GET', `/locations/${location.id}/board`, undefined, cook);
  const tickets = board.body.tickets.filter(({ orderId }) => orderId === placed.id);
  expect(tickets).toHaveLength(1);
  expect(tickets[0]).toMatchObject({ state: 'fired', guestName: 'Ines', orderNumber: placed.number });
  const id = tickets[0]?.id ?? '';

  expect((await call<TicketView>('POST', `/tickets/${id}/start`, {}, { ...cook, 'if-match': '"1"' })).body.state).toBe(
    'started',
  );
  const tracking = `/tracking/${placed.trackingToken}`;
  expect((await call<OrderView>('GET', tracking)).body).toMatchObject({ state: 'in-kitchen', cancellable: false });
  expect((await call<TicketView>('POST', `/tickets/${id}/bump`, {}, { ...cook, 'if-match': '"2"' })).body.state).toBe(
    'ready',
  );
  expect((await call<OrderView>('GET', tracking)).body.state).toBe('ready');

  const waiter = await logIn('waiter');
  const payment = { method: 'cash', amountMinor: placed.totalMinor };
  const paid = await call<StaffOrderView>('POST', `/orders/${placed.id}/payments`, payment, { ...waiter, ...newKey() });
  expect(paid.body.paymentState).toBe('paid');
  const handed = await call<StaffOrderView>(
    'POST',
    `/orders/${placed.id}/hand-over`,
    {},
    {
      ...waiter,
      'if-match': String(paid.headers.etag),
    },
  );
  expect(handed.body.state).toBe('completed');
  const history = await call<{ seq: number }[]>('GET', `/orders/${placed.id}/events`, undefined, waiter);
  expect(history.body.map(({ seq }) => seq)).toEqual(history.body.map((_, index) => index + 1));
  expect(history.body).toHaveLength(handed.body.version);
});

it('names the halves of a dish and how a choice is wanted, on the bill and on the ticket', async () => {
  const choose = (groupId: string, optionId: string, options: object[] = []) => ({ groupId, optionId, options });
  const halves = [choose('g-halves', 'o-half-mushroom'), choose('g-halves', 'o-half-chorizo')];
  const salad = [choose('g-toppings', 'o-feta', [choose('g-how', 'o-extra')])];
  const placed = await place({
    lines: [
      { itemId: 'flatbread', quantity: 1, options: halves },
      { itemId: 'garden', variantId: 'garden-1', quantity: 1, options: salad },
    ],
  });
  expect(placed.lines.map(({ totalMinor }) => totalMinor)).toEqual([1290, 790 + 160]);
  expect(placed.lines[0]?.options.map(({ name }) => name)).toEqual(['½ Mushrooms and thyme', '½ Chorizo and honey']);
  const board = await call<BoardView>('GET', `/locations/${location.id}/board`, undefined, await logIn('kitchen'));
  const lines = board.body.tickets.filter(({ orderId }) => orderId === placed.id).flatMap((ticket) => ticket.lines);
  expect(lines.map(({ name, modifiers }) => [name, ...modifiers.map((each) => each.name)]).sort()).toEqual([
    ['Flatbread of two halves', '½ Mushrooms and thyme', '½ Chorizo and honey'],
    ['Garden salad', 'Sheep cheese', 'Extra'],
  ]);
});

it('places once however often the same request comes', async () => {
  const headers = newKey();
  const once = () => call<PlacedOrderView>('POST', `/locations/${location.id}/orders`, pickup(), headers);
  const answers = await Promise.all(Array.from({ length: 20 }, once));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
});

it('lets a guest cancel until a cook starts', async () => {
  const placed = await place();
  const cancelled = await call<OrderView>('POST', `/tracking/${placed.trackingToken}/cancellation`, {});
  expect(cancelled.body.state).toBe('cancelled');
});

it('notes the money of a cancelled order as given back, once, and never more than is due', async () => {
  const placed = await place();
  const waiter = await logIn('waiter');
  const money = { method: 'cash', amountMinor: placed.totalMinor };
  await call('POST', `/orders/${placed.id}/payments`, money, { ...waiter, ...newKey() });
  await call('POST', `/tracking/${placed.trackingToken}/cancellation`, {});
  const due = await call<StaffOrderView>('GET', `/orders/${placed.id}`, undefined, waiter);
  expect(due.body).toMatchObject({ state: 'cancelled', refundDueMinor: placed.totalMinor });
  const headers = { ...waiter, ...newKey() };
  const give = (amountMinor: number, own = headers) =>
    call<StaffOrderView & Problem>('POST', `/orders/${placed.id}/refunds`, { method: 'cash', amountMinor }, own);
  const [given, again] = [await give(placed.totalMinor), await give(placed.totalMinor)];
  expect(given.body).toMatchObject({ paidMinor: 0, paymentState: 'refunded' });
  expect(again.body).toEqual(given.body);
  const tooMuch = await give(1, { ...waiter, ...newKey() });
  expect([tooMuch.status, tooMuch.body.errors?.[0]]).toMatchObject([422, { code: 'too_large', limit: 0 }]);
});

describe('off sale', () => {
  const shelf = () => `/locations/${location.id}`;
  const order = (extra: object = {}) =>
    call<PlacedOrderView & Problem>('POST', `${shelf()}/orders`, pickup(extra), newKey());

  it('by hand until it is put back', async () => {
    const waiter = await logIn('waiter');
    const path = `${shelf()}/suspensions/item/${simpleDish().itemId}`;
    const off = await call<AvailabilityView>('PUT', path, { reason: 'The oven is cold' }, waiter);
    expect(off.body.suspensions).toMatchObject([{ cause: 'manual', reason: 'The oven is cold' }]);
    expect((await order()).status).toBe(409);
    const back = await call<AvailabilityView>('DELETE', path, undefined, waiter);
    expect(back.body.suspensions).toEqual([]);
    expect((await order()).status).toBe(201);
  });

  it('by itself when the last portion is sold: 50 left, 64 guests at once, exactly 50 sold', async () => {
    const waiter = await logIn('waiter');
    const { itemId } = simpleDish();
    const path = `${shelf()}/countdowns/item/${itemId}`;
    expect((await call<AvailabilityView>('PUT', path, { remaining: 50 }, waiter)).status).toBe(200);
    const rivals = Array.from({ length: 64 }, () => order({ lines: [{ ...simpleDish(), quantity: 1 }] }));
    const answers = await Promise.all(rivals);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(14);
    const left = await call<AvailabilityView>('GET', `${shelf()}/availability`);
    expect(left.body.countdowns).toMatchObject([{ targetId: itemId, remaining: 0 }]);
    expect(left.body.suspensions).toMatchObject([{ targetId: itemId, cause: 'countdown' }]);
    await call('DELETE', path, undefined, waiter);
    expect((await order()).status).toBe(201);
  });

  it('altogether while ordering is paused', async () => {
    const manager = await logIn('manager');
    await call('PUT', `${shelf()}/ordering`, { paused: true }, manager);
    expect((await order()).body.code).toBe('restaurant_closed');
    await call('PUT', `${shelf()}/ordering`, { paused: false }, manager);
    expect((await order()).status).toBe(201);
  });

  it('never for what is not on the menu', async () => {
    const waiter = await logIn('waiter');
    expect((await call('PUT', `${shelf()}/suspensions/item/nothing`, {}, waiter)).status).toBe(404);
    expect((await call('PUT', `${shelf()}/suspensions/oven/nothing`, {}, waiter)).status).toBe(404);
  });
});

it('takes an order as a guest from a browser that is logged in but sends no token', async () => {
  const { cookie = '' } = await logIn('waiter');
  const url = `/locations/${location.id}/orders`;
  const answer = await call<PlacedOrderView>('POST', url, pickup(), { cookie, ...newKey() });
  expect(answer.status).toBe(201);
});

it('gives one externalId to one of five orders at once', async () => {
  const waiter = await logIn('waiter');
  const place5 = () =>
    call('POST', `/locations/${location.id}/orders`, pickup({ externalId: 'till-7' }), { ...waiter, ...newKey() });
  const answers = await Promise.all(Array.from({ length: 5 }, place5));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
});

describe('refuses', () => {
  const order = (body: object, headers: Record<string, string> = newKey()) =>
    call<Problem>('POST', `/locations/${location.id}/orders`, body, headers);
  const pointers = ({ errors = [] }: Problem) => errors.map((each) => each.pointer);

  it('every wrong field at once', async () => {
    const answer = await order({
      fulfilment: { type: 'rocket' },
      lines: [{ itemId: 7, quantity: 1.5, priceMinor: 1 }],
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_request']);
    expect(pointers(answer.body)).toEqual(
      expect.arrayContaining(['/fulfilment/type', '/lines/0/itemId', '/lines/0/quantity', '/lines/0/priceMinor']),
    );
  });

  it.each([0, -1, 1.5, 1e9, '2', null])('the quantity %p', async (quantity) => {
    const answer = await order({ ...pickup(), lines: [{ ...simpleDish(), quantity }] });
    expect([answer.status, pointers(answer.body)[0]]).toEqual([422, '/lines/0/quantity']);
  });

  it('an unknown dish, with its pointer', async () => {
    const answer = await order({ ...pickup(), lines: [{ itemId: 'nothing', quantity: 1 }] });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.[0]).toMatchObject({
      pointer: expect.stringMatching(/^\/lines\/0/) as string,
      code: 'unknown_item',
    });
  });

  it('another total than the guest saw', async () => {
    expect((await order(pickup({ expectedTotalMinor: 1 }))).body.code).toBe('price_changed');
  });

  it('a price of their own from guests', async () => {
    const answer = await order({ ...pickup(), lines: [{ ...simpleDish(), agreedUnitPriceMinor: 1 }] });
    expect(answer.status).toBe(403);
  });

  it('a missing key, a foreign order, a change without the token of the session', async () => {
    expect((await order(pickup(), {})).body.code).toBe('idempotency_key_missing');
    expect((await call<Problem>('GET', '/tracking/guessing')).status).toBe(404);
    const { cookie = '' } = await logIn('kitchen');
    expect((await call<Problem>('POST', '/tickets/x/start', {}, { cookie })).body.code).toBe('csrf_token_missing');
    expect((await call<Problem>('GET', `/locations/${location.id}/board`)).status).toBe(401);
    const waiter = await logIn('waiter');
    expect((await call<Problem>('POST', '/tickets/x/start', {}, waiter)).status).toBe(403);
  });

  it.each([
    ['half a million brackets', '['.repeat(500_000)],
    ['a nest that closes', `{"lines":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['a prototype', '{"__proto__":{"kind":"staff"}}'],
    ['no JSON', '{"lines":'],
    ['ten megabytes', `{"note":"${'x'.repeat(10_000_000)}"}`],
  ])('a body that is %s, and lives on', async (_name, payload) => {
    const headers = { 'content-type': 'application/json', ...newKey() };
    const url = `/api/v1/locations/${location.id}/orders`;
    const answer = await running.app.inject({ method: 'POST', url, headers, payload });
    expect([400, 413, 422]).toContain(answer.statusCode);
    expect(answer.json<Problem>().detail).toMatch(/\w/);
    expect((await call<object>('GET', '/locations')).status).toBe(200);
  });

  it('half a character in a text', async () => {
    const answer = await order(pickup({ note: '\ud800' }));
    expect([answer.status, answer.body.code]).toEqual([400, 'unreadable_body']);
  });

  it('a session token that is no plain text', async () => {
    const { cookie = '', 'x-csrf-token': token = '' } = await logIn('kitchen');
    const headers = { cookie, 'x-csrf-token': 'é'.repeat(token.length) };
    expect((await call<Problem>('POST', '/tickets/x/start', {}, headers)).body.code).toBe('csrf_token_missing');
  });

  it('a language named twice', async () => {
    const answer = await call<Problem>('GET', `/locations/${location.id}/menu?language=de&language=en`);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '#query/language']);
  });

  it('a list where a line should be, and names at most a hundred of ten thousand wrong lines', async () => {
    expect((await order({ ...pickup(), lines: [[{}]] })).status).toBe(422);
    const answer = await order({ ...pickup(), lines: Array.from({ length: 10_000 }, () => ({})) });
    expect([answer.status, answer.body.errors?.length]).toEqual([422, 100]);
  });

  it('an import in an unknown mode', async () => {
    const manager = await logIn('manager');
    const path = `/locations/${location.id}/menu-imports?mode=sideways`;
    expect((await call<Problem>('POST', path, {}, manager)).status).toBe(400);
  });
});
