import type {
  AvailabilityView,
  LocationView,
  Page,
  PlacedOrderView,
  Problem,
  SlotsView,
  StockMovementView,
  StockView,
  TicketView,
} from '@comanda/shared';
import { DataSource, IsNull } from 'typeorm';
import { Demo } from '../src/demo/index.js';
import { DueOrders } from '../src/orders/slots/due-orders.js';
import { SlotHoldEntity } from '../src/orders/slots/slot-hold.entity.js';
import { gapless, HttpClient, newKey } from './http-client.js';
import type { Dish, Headed, HttpAnswer } from './http-client.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

/** Rivals meet at two whole applications on one database, as at two API processes. */
let database: TestDatabase;
let apps: TestApp[];
let clients: HttpClient[];
let seeded: readonly unknown[];
let location: LocationView;
let dish: Dish;
let waiter: Headed;
let cook: Headed;
let manager: Headed;

const AS_SEEN = { 'if-match': '*' };
const first = () => clients[0] as HttpClient;
/** Turn about, so that half of the rivals are in another process. */
const at = (index: number) => clients[index % clients.length] as HttpClient;
const statuses = (answers: readonly HttpAnswer<unknown>[]) => answers.map(({ status }) => status).sort();

beforeAll(async () => {
  database = await createTestDatabase();
  apps = [await startTestApp(database), await startTestApp(database)];
  seeded = await Promise.all(apps.map(({ app }) => app.get(Demo).seed()));
  clients = [];
  for (const { app } of apps) {
    await app.listen(0, '127.0.0.1');
    clients.push(new HttpClient(await app.getUrl()));
  }
  location = await first().location();
  dish = await first().simpleDish(location.id);
  [waiter, cook, manager] = (await Promise.all(
    ['waiter', 'kitchen', 'manager'].map((role) => first().logIn(role)),
  )) as [Headed, Headed, Headed];
});
afterAll(async () => {
  for (const { app } of apps) await app.close();
  await database.drop();
});

async function placed(): Promise<PlacedOrderView> {
  const answer = await first().place(location.id, dish);
  expect(answer.status).toBe(201);
  return answer.body;
}

const command = (client: HttpClient, path: string, staff: Headed, body: object = {}) =>
  client.call<Record<string, unknown>>('POST', path, body, { ...AS_SEEN, ...staff });

async function ticketOf(orderId: string): Promise<TicketView> {
  const [ticket] = await first().ticketsOf(orderId, location.id, cook);
  if (!ticket) throw new Error('The order has no ticket.');
  return ticket;
}

/** Whoever won: every step is one that the table allows, each is told once, and nothing is missing between them. */
async function expectSound(orderId: string): Promise<string[]> {
  const order = await first().order(orderId, waiter);
  const history = await first().history(orderId, waiter);
  expect(history.map(({ seq }) => seq)).toEqual(gapless(order.version));
  expect(order.timeline.at(-1)?.state).toBe(order.state);
  return history.map(({ type }) => type);
}

const many = gapless(5);

it('two processes that start at once on an empty database make one demo restaurant', async () => {
  expect(seeded.filter((access) => access !== null)).toHaveLength(1);
  expect((await first().call<LocationView[]>('GET', '/locations')).body).toHaveLength(1);
});

describe('rivals over one order', () => {
  it.each(many)('the guest cancels while a cook starts (%i)', async (round) => {
    const order = await placed();
    const ticket = await ticketOf(order.id);
    const [cancelled, started] = await Promise.all([
      command(at(round), `/tracking/${order.trackingToken}/cancellation`, {}),
      command(at(round + 1), `/tickets/${ticket.id}/start`, cook),
    ]);
    const types = await expectSound(order.id);
    const { state } = await first().order(order.id, waiter);
    expect([state, cancelled.status, started.status]).toEqual(
      state === 'cancelled' ? ['cancelled', 200, 409] : ['in-kitchen', 409, 200],
    );
    expect(types.includes('ticket.started')).toBe(state !== 'cancelled');
    expect(types.includes('ticket.withdrawn')).toBe(state === 'cancelled');
  });

  it.each(many)('two cooks bump one ticket (%i)', async (round) => {
    const order = await placed();
    const ticket = await ticketOf(order.id);
    const bump = (client: HttpClient) => command(client, `/tickets/${ticket.id}/bump`, cook);
    const answers = await Promise.all([bump(at(round)), bump(at(round + 1)), bump(at(round))]);
    expect(statuses(answers)).toEqual([200, 200, 200]);
    const types = await expectSound(order.id);
    expect(types.filter((type) => type === 'ticket.ready')).toHaveLength(1);
    expect(types.filter((type) => type === 'order.ready')).toHaveLength(1);
  });

  it.each(many)('it is handed over while a cook recalls it (%i)', async (round) => {
    const order = await placed();
    const ticket = await ticketOf(order.id);
    await command(first(), `/tickets/${ticket.id}/bump`, cook);
    const [handed, recalled] = await Promise.all([
      command(at(round), `/orders/${order.id}/hand-over`, waiter),
      command(at(round + 1), `/tickets/${ticket.id}/recall`, cook),
    ]);
    await expectSound(order.id);
    const { state } = await first().order(order.id, waiter);
    // Who comes second recalls a dish that the guest has: the order stays completed.
    expect([state, handed.status, recalled.status]).toEqual(
      state === 'completed' ? ['completed', 200, 200] : ['in-kitchen', 409, 200],
    );
    expect((await ticketOf(order.id)).state).toBe('started');
  });

  it.each(many)('two waiters take the whole payment (%i)', async (round) => {
    const order = await placed();
    const payment = { method: 'cash', amountMinor: order.totalMinor };
    const pay = (client: HttpClient) =>
      client.call('POST', `/orders/${order.id}/payments`, payment, { ...waiter, ...newKey() });
    expect(statuses(await Promise.all([pay(at(round)), pay(at(round + 1))]))).toEqual([201, 422]);
    const paid = await first().order(order.id, waiter);
    expect(paid).toMatchObject({ paymentState: 'paid', paidMinor: order.totalMinor });
    expect(paid.payments).toHaveLength(1);
    await expectSound(order.id);
  });

  it('the same payment sent often is taken once', async () => {
    const order = await placed();
    const headers = { ...waiter, ...newKey() };
    const payment = { method: 'cash', amountMinor: 1 };
    const pay = (index: number) => at(index).call('POST', `/orders/${order.id}/payments`, payment, headers);
    const answers = await Promise.all(gapless(20).map(pay));
    expect(new Set(statuses(answers))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await first().order(order.id, waiter)).paidMinor).toBe(1);
  });
});

describe('rivals over an order that waits for approval', () => {
  const approval = async (autoAccept: boolean) => {
    await apps[0]?.app
      .get(DataSource)
      .query('UPDATE locations SET autoAccept = ?, version = version + 1', [autoAccept]);
  };
  beforeAll(() => approval(false));
  afterAll(() => approval(true));

  it.each(many)('it is accepted while the guest cancels (%i)', async (round) => {
    const order = await placed();
    expect(order.state).toBe('placed');
    const [accepted, cancelled] = await Promise.all([
      command(at(round), `/orders/${order.id}/acceptance`, waiter),
      command(at(round + 1), `/tracking/${order.trackingToken}/cancellation`, {}),
    ]);
    const types = await expectSound(order.id);
    expect(cancelled.status).toBe(200);
    // Accepted first, it can still be cancelled: no cook has started.
    expect(accepted.status).toBe(types.includes('order.accepted') ? 200 : 409);
    expect((await first().order(order.id, waiter)).state).toBe('cancelled');
    expect(types.filter((type) => type === 'order.cancelled')).toHaveLength(1);
  });

  it.each(many)('two waiters accept it, one rejects it (%i)', async (round) => {
    const order = await placed();
    const answers = await Promise.all([
      command(at(round), `/orders/${order.id}/acceptance`, waiter),
      command(at(round + 1), `/orders/${order.id}/acceptance`, waiter),
      command(at(round), `/orders/${order.id}/rejection`, waiter, { reason: 'Too late.' }),
    ]);
    expect(statuses(answers)).toEqual([200, 409, 409]);
    const types = await expectSound(order.id);
    expect(types.filter((type) => type === 'order.fired' || type === 'order.rejected')).toHaveLength(1);
    const tickets = await first().ticketsOf(order.id, location.id, cook);
    expect(tickets).toHaveLength(types.includes('order.fired') ? 1 : 0);
  });
});

describe('the last portions', () => {
  const shelf = () => `/locations/${location.id}`;
  it.each([1, 2, 3])('50 are left and 64 guests want one (%i)', async () => {
    const path = `${shelf()}/countdowns/item/${dish.itemId}`;
    await first().call('PUT', path, { remaining: 50 }, manager);
    const answers = await Promise.all(gapless(64).map((guest) => at(guest).place(location.id, dish)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(14);
    const { body: left } = await first().call<AvailabilityView>('GET', `${shelf()}/availability`);
    expect(left.countdowns).toMatchObject([{ targetId: dish.itemId, remaining: 0 }]);
    expect(left.suspensions).toMatchObject([{ targetId: dish.itemId, cause: 'countdown' }]);
    await first().call('DELETE', path, undefined, manager);
  });

  it('gives fifty guests with one key one order, whichever process they meet', async () => {
    const headers = newKey();
    const answers = await Promise.all(gapless(50).map((guest) => at(guest).place(location.id, dish, headers)));
    expect(new Set(statuses(answers))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ headers: given }) => given.get('idempotent-replayed') === 'true')).toHaveLength(49);
  });
});

it('leaves the feed of the restaurant without a gap', async () => {
  const events = await first().feed(location.id, manager);
  expect(events.map(({ position }) => position)).toEqual(gapless(events.length));
  expect(events.length).toBeGreaterThan(100);
  const numbers = events.filter(({ type }) => type === 'order.placed').map(({ data }) => data['order']);
  expect(new Set(numbers.map((order) => (order as PlacedOrderView).number)).size).toBe(numbers.length);
});

/** `COMANDA_RACE_ROUNDS=500` for a long look. */
const ROUNDS = Number(process.env['COMANDA_RACE_ROUNDS'] ?? 10);

describe('the last of an ingredient', () => {
  const house = () => `/locations/${location.id}`;
  const count = (quantityMilli: number) =>
    first().call(
      'POST',
      `${house()}/stock-movements`,
      { ingredientId: 'salt', kind: 'count', quantityMilli },
      {
        ...manager,
        ...newKey(),
      },
    );
  const salt = async () =>
    (await first().call<StockView[]>('GET', `${house()}/stock`, undefined, manager)).body.find(
      ({ id }) => id === 'salt',
    );
  beforeAll(async () => {
    const body = { name: { en: 'Salt' }, unit: 'g', allergens: [] };
    await first().call('PUT', `${house()}/ingredients/salt`, body, manager);
    const lines = [{ ingredientId: 'salt', quantityMilli: 1000 }];
    await first().call('PUT', `${house()}/recipes/item/${dish.itemId}`, { lines }, manager);
  });

  it.each(gapless(Math.min(ROUNDS, 25)))(
    'guests, and dishes that are exchanged, want the last 5 portions (%i)',
    async () => {
      const other = await first().simpleDish(location.id, dish.itemId);
      await first().call('PUT', `${house()}/recipes/item/${other.itemId}`, { lines: [] }, manager);
      const orders = await Promise.all(gapless(6).map((guest) => at(guest).place(location.id, other)));
      await count(5_000);
      const exchange = (order: PlacedOrderView, index: number) => {
        const path = `/orders/${order.id}/lines/${order.lines[0]?.id ?? ''}/replacement`;
        return at(index).call<unknown>('POST', path, { line: dish }, { ...manager, ...newKey() });
      };
      const answers = await Promise.all([
        ...orders.map(({ body }, index) => exchange(body, index)),
        ...gapless(6).map((guest) => at(guest).place(location.id, dish)),
      ]);
      expect(answers.filter(({ status }) => status === 200 || status === 201)).toHaveLength(5);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
      expect(await salt()).toMatchObject({ onHandMilli: 0 });
      for (const [index, { body }] of orders.entries()) {
        const states = (await first().order(body.id, manager)).lines.map(({ kitchenState }) => kitchenState);
        expect(states).toEqual(answers[index]?.status === 200 ? ['cancelled', 'fired'] : ['fired']);
        await expectSound(body.id);
      }
    },
  );

  it.each(gapless(ROUNDS))('50 portions are there and 64 guests want one (%i)', async () => {
    expect((await count(50_000)).status).toBe(201);
    const answers = await Promise.all(gapless(64).map((guest) => at(guest).place(location.id, dish)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(14);
    expect(await salt()).toMatchObject({ onHandMilli: 0, offSale: [{ kind: 'item', id: dish.itemId }] });
  });

  it('is sold while it is received, and the ledger adds up', async () => {
    await count(5000);
    const receive = (guest: number) =>
      at(guest).call(
        'POST',
        `${house()}/stock-movements`,
        { ingredientId: 'salt', kind: 'receive', quantityMilli: 1000 },
        {
          ...manager,
          ...newKey(),
        },
      );
    const answers = await Promise.all(
      gapless(40).map((guest) => (guest % 4 === 0 ? receive(guest) : at(guest).place(location.id, dish))),
    );
    expect(new Set(statuses(answers))).toEqual(new Set([201, 409]));
    const sold = answers.filter(({ status }, index) => status === 201 && (index + 1) % 4 !== 0).length;
    const stock = await salt();
    expect(stock?.onHandMilli).toBe((5 + 10 - sold) * 1000);
    const off = (await first().call<AvailabilityView>('GET', `${house()}/availability`)).body.suspensions;
    expect(off.some(({ cause }) => cause === 'ingredient')).toBe(stock?.onHandMilli === 0);
    const ledger = [];
    for (let cursor = '', more = true; more;) {
      const path = `${house()}/stock-movements?ingredientId=salt&limit=100${cursor}`;
      const { body } = await first().call<Page<StockMovementView>>('GET', path, undefined, manager);
      ledger.push(...body.data);
      more = body.hasMore;
      cursor = `&cursor=${String(body.nextCursor)}`;
    }
    expect(ledger.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0)).toBe(stock?.onHandMilli);
  });
});

describe('the last places of a time', () => {
  const asked = async (at: number) => {
    const basket = { fulfilment: { type: 'pickup' }, lines: [dish] };
    const { body } = await first().call<SlotsView>('POST', `/locations/${location.id}/slots`, basket);
    return body.days.flatMap(({ slots }) => slots).filter(({ reason }) => reason === undefined)[at]?.from ?? '';
  };
  beforeAll(async () => {
    const slots = { slotMinutes: 15, daysAhead: 1, lastOrderMinutes: 0, ordersPerSlot: 5 };
    await first().call('PUT', `/locations/${location.id}/recipes/item/${dish.itemId}`, { lines: [] }, manager);
    const { status } = await first().call(
      'PATCH',
      `/locations/${location.id}`,
      { slots },
      await first().logIn('admin'),
    );
    expect(status).toBe(200);
  });

  it.each([2, 3, 4])('there are 5 and 20 guests want one (%i)', async (slot) => {
    const requestedFor = await asked(slot);
    const order = { fulfilment: { type: 'pickup', requestedFor }, lines: [dish] };
    const answers = await Promise.all(
      gapless(20).map((guest) => at(guest).call<Problem>('POST', `/locations/${location.id}/orders`, order, newKey())),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body.code)).toEqual(Array<string>(15).fill('slot_full'));
    expect(await asked(slot)).not.toBe(requestedFor);
  });

  const wishFor = (requestedFor: string) => (slotHold?: string) => ({
    fulfilment: { type: 'pickup', requestedFor, ...(slotHold === undefined ? {} : { slotHold }) },
    lines: [dish],
  });

  it('five hold the last five places, and each of the five orders takes its own', async () => {
    const requestedFor = await asked(8);
    const [wish, url] = [wishFor(requestedFor), `/locations/${location.id}`];
    const keys = gapless(20).map((guest) => `the-page-of-guest-${String(guest)}`);
    const holds = await Promise.all(
      keys.map((key, guest) => at(guest).call<Problem>('PUT', `${url}/slot-holds/${key}`, wish())),
    );
    expect(holds.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(holds.filter(({ body }) => body.code === 'slot_full')).toHaveLength(15);
    const orders = await Promise.all(
      keys.map((key, guest) => at(guest).call<Problem>('POST', `${url}/orders`, wish(key), newKey())),
    );
    expect(orders.map(({ status }) => status === 201)).toEqual(holds.map(({ status }) => status === 200));
  });

  it('the page of an order asks for its time while the order is on its way: no second place is kept', async () => {
    const requestedFor = await asked(10);
    const [wish, url] = [wishFor(requestedFor), `/locations/${location.id}`];
    const keys = gapless(5).map((guest) => `the-late-page-of-guest-${String(guest)}`);
    const answers = await Promise.all(
      keys.flatMap((key, guest) => [
        at(guest).call<Problem>('POST', `${url}/orders`, wish(key), newKey()),
        at(guest + 1).call<Problem>('PUT', `${url}/slot-holds/${key}`, wish()),
      ]),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    const held = { slotAt: Date.parse(requestedFor), orderedAt: IsNull() };
    expect(await apps[0]?.app.get(DataSource).manager.countBy(SlotHoldEntity, held)).toBe(0);
  });

  it('orders whose time has come go to the kitchen once, whichever process sees it', async () => {
    const order = wishFor(await asked(6))();
    const { body } = await first().call<PlacedOrderView>('POST', `/locations/${location.id}/orders`, order, newKey());
    await apps[0]?.app.get(DataSource).query('UPDATE orders SET dueAt = 1 WHERE id = ?', [body.id]);
    await Promise.all(gapless(8).map(async (look) => apps[look % 2]?.app.get(DueOrders).fireAll()));
    const types = await expectSound(body.id);
    expect(types.filter((type) => type === 'order.fired' || type === 'ticket.fired')).toHaveLength(2);
  });
});
