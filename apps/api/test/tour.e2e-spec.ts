import { randomUUID } from 'node:crypto';
import type {
  AllDayView,
  BoardView,
  DailySalesView,
  EventView,
  ExpoView,
  ImportReport,
  KitchenTimeView,
  MenuDocument,
  OrderPage,
  PickupBoardView,
  PlacedOrderView,
  ReplacedLineView,
  ReplacementQuoteView,
  SessionView,
  StaffOrderView,
  StaffTableView,
  TableView,
  TicketPage,
  TicketView,
} from '@comanda/shared';
import { openOffice } from './office.js';
import type { Office } from './office.js';

/** Once through what staff do in an evening; the examples of the API's description come from here too. */
describe('an evening at the restaurant', () => {
  let office: Office;
  beforeAll(async () => (office = await openOffice('manager')));
  afterAll(() => office.close());

  async function call<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    more: Record<string, string> = {},
  ) {
    const payload = body === undefined ? {} : { payload: body };
    const headers = { ...office.headers, ...more };
    const answer = await office.app.inject({ method, url: `/api/v1/${path}`, headers, ...payload });
    return { status: answer.statusCode, body: answer.json<T>() };
  }

  async function place(more: object = {}, dish: object = {}): Promise<PlacedOrderView> {
    const lines = [{ itemId: 'bream', quantity: 1, options: [{ groupId: 'g-side', optionId: 'o-rice' }], ...dish }];
    const basket = { fulfilment: { type: 'pickup' }, lines, guest: { name: 'Ines' }, ...more };
    const key = { 'idempotency-key': randomUUID() };
    return (await call<PlacedOrderView>('POST', `locations/${office.locationId}/orders`, basket, key)).body;
  }

  /** A command on an order as it is now. */
  async function command(id: string, name: string, body: object = {}): Promise<StaffOrderView> {
    const { body: order } = await call<StaffOrderView>('GET', `orders/${id}`);
    const seen = { 'if-match': `"${String(order.version)}"` };
    return (await call<StaffOrderView>('POST', `orders/${id}/${name}`, body, seen)).body;
  }

  async function ticketOf(orderId: string): Promise<TicketView> {
    const boards = await Promise.all([office.read<BoardView>('board'), office.read<BoardView>('recallable')]);
    const ticket = boards.flatMap(({ tickets }) => tickets).find((each) => each.orderId === orderId);
    if (!ticket) throw new Error('The order has no ticket.');
    return ticket;
  }

  async function cook(ticket: TicketView, step: string): Promise<TicketView> {
    const seen = { 'if-match': `"${String(ticket.version)}"` };
    return (await call<TicketView>('POST', `tickets/${ticket.id}/${step}`, {}, seen)).body;
  }

  it('begins with a log-in', async () => {
    expect((await call<SessionView>('GET', 'session')).body.staff.role).toBe('manager');
  });

  it('a table is found by its code', async () => {
    const [table] = await office.read<StaffTableView[]>('tables');
    const token = table?.guestPath.split('/').at(-1) ?? '';
    expect((await call<TableView>('GET', `tables/${token}`)).body).toMatchObject({ id: table?.id, name: '1' });
  });

  it('the menu goes out and comes in again without a change', async () => {
    const document = await office.read<MenuDocument>('menu-document');
    const { body } = await office.call<ImportReport>('POST', 'menu-imports?dryRun=true', document);
    expect(body).toMatchObject({ changed: false, dryRun: true });
  });

  it('a line is cooked, the ticket leaves the board and is called back, the pass shows the order', async () => {
    const order = await place();
    const ticket = await ticketOf(order.id);
    const line = `lines/${ticket.lines[0]?.id ?? ''}`;
    const begun = await cook(ticket, `${line}/start`);
    const done = await cook(begun, `${line}/completion`);
    expect(done.state).toBe('ready');
    expect((await office.read<ExpoView>('expo')).orders.map(({ orderId }) => orderId)).toContain(order.id);
    const again = await cook(await cook(done, `${line}/reopening`), 'bump');
    const undone = await cook(again, 'bump-undo');
    expect(undone.state).toBe('started');
    const recalled = await cook(await cook(undone, 'bump'), 'recall');
    expect(recalled).toMatchObject({ state: 'started', recalled: true });
    const { body: history } = await call<EventView[]>('GET', `tickets/${ticket.id}/events`);
    expect(history.map(({ type }) => type).filter((type) => type === 'ticket.ready')).toHaveLength(3);
    expect((await office.read<TicketPage>('tickets?limit=1')).data.map(({ id }) => id)).toEqual([ticket.id]);
  });

  it('an allergy is read before the start; what is ready goes out line by line', async () => {
    const order = await place({ allergies: ['nuts'] });
    const ticket = await ticketOf(order.id);
    expect(await cook(ticket, 'start')).toMatchObject({ code: 'allergy_unacknowledged' });
    const read = await cook(ticket, 'allergy-acknowledgement');
    const bumped = await cook(read, 'bump');
    const handed = await cook(bumped, `lines/${ticket.lines[0]?.id ?? ''}/hand-over`);
    expect(handed.state).toBe('handed');
    expect((await call<StaffOrderView>('GET', `orders/${order.id}`)).body.state).toBe('completed');
    expect((await cook(await cook(await cook(handed, 'recall'), 'bump'), 'hand-over')).state).toBe('handed');
  });

  it('the next course is fired, an order is rushed, a dish is made again, and all is counted', async () => {
    const order = await place({}, { course: 2 });
    const seen = { 'if-match': '*' };
    expect((await office.read<AllDayView>('all-day')).counts.length).toBeGreaterThan(0);
    const fired = await call<StaffOrderView>('POST', `orders/${order.id}/course-firing`, { course: 2 }, seen);
    expect(fired.body.lines[0]).toMatchObject({ course: 2, kitchenState: 'fired' });
    expect((await call<StaffOrderView>('PUT', `orders/${order.id}/rush`, {}, seen)).status).toBe(200);
    expect((await call<StaffOrderView>('DELETE', `orders/${order.id}/rush`, undefined, seen)).status).toBe(200);
    const { body: board } = await call<PickupBoardView>('GET', `locations/${office.locationId}/pickup-board`);
    expect(board.preparing.map(({ number }) => number)).toContain(order.number);
    const bumped = await cook(await ticketOf(order.id), 'bump');
    const path = `tickets/${bumped.id}/lines/${bumped.lines[0]?.id ?? ''}/refire`;
    const key = { 'idempotency-key': randomUUID() };
    const refire = () => call<TicketView>('POST', path, { reason: 'Dropped at the pass' }, key);
    expect((await refire()).body.lines).toHaveLength(2);
    expect((await refire()).body.lines).toHaveLength(2);
    const times = await office.read<KitchenTimeView[]>('reports/kitchen-times');
    expect(times[0]).toMatchObject({ itemId: 'bream', refired: 0 });
    await cook(await ticketOf(order.id), 'bump');
  });

  it('a dish is changed, another is not wanted any more, and the cooks are told', async () => {
    const dish = { itemId: 'bream', quantity: 1, options: [{ groupId: 'g-side', optionId: 'o-rice' }] };
    const order = await place({ lines: [dish, dish] });
    const [one, other] = order.lines.map(({ id }) => id);
    await command(order.id, `lines/${one ?? ''}/change`, { note: 'no salt, please' });
    const left = await command(order.id, `lines/${other ?? ''}/withdrawal`, { reason: 'One is enough' });
    expect(left).toMatchObject({ subtotalMinor: 2290, lines: [{ note: 'no salt, please' }, { totalMinor: 0 }] });
    const line = { ...dish, options: [{ groupId: 'g-side', optionId: 'o-fries' }], quantity: 2 };
    const path = `orders/${order.id}/lines/${one ?? ''}`;
    const { body: quote } = await call<ReplacementQuoteView>('POST', `${path}/replacement-quote`, { line });
    expect(quote).toMatchObject({ orderable: true, differenceMinor: 2590 });
    const instead = { line, reason: 'Two of them', expectedDifferenceMinor: quote.differenceMinor };
    const key = { 'idempotency-key': randomUUID() };
    const replace = () => call<ReplacedLineView>('POST', `${path}/replacement`, instead, key);
    const { body: replaced } = await replace();
    expect(replaced).toMatchObject({ differenceMinor: 2590, order: { totalMinor: quote.totalMinor } });
    expect((await replace()).body).toEqual(replaced);
    const ticket = await ticketOf(order.id);
    expect(ticket.awaits).toEqual(['change']);
    expect(await cook(ticket, 'acknowledgement')).toMatchObject({ awaits: [] });
    await command(order.id, 'cancellation', { reason: 'The guest has left' });
    await cook(await ticketOf(order.id), 'acknowledgement');
  });

  it('a cook sees that an order is cancelled', async () => {
    const order = await place();
    const reason = { reason: 'The guest has left', kitchenAnswer: 'not-made' };
    expect((await command(order.id, 'cancellation', reason)).state).toBe('cancelled');
    expect((await cook(await ticketOf(order.id), 'acknowledgement')).state).toBe('closed');
  });

  it('an order that waits for a person is accepted, another is rejected', async () => {
    const path = `locations/${office.locationId}`;
    const { headers } = office;
    await office.app.inject({ method: 'PATCH', url: `/api/v1/${path}`, headers, payload: { autoAccept: false } });
    expect((await command((await place()).id, 'acceptance')).state).toBe('in-kitchen');
    const rejected = await command((await place()).id, 'rejection', { reason: 'The oven is out' });
    expect(rejected).toMatchObject({ state: 'rejected', reason: 'The oven is out' });
  });

  it('ends with the list of orders and the takings', async () => {
    const { data } = await office.read<OrderPage>('orders?limit=2');
    expect(data.map(({ state }) => state)).toEqual(['rejected', 'in-kitchen']);
    const [day] = await office.read<DailySalesView[]>('reports/daily-sales');
    expect(day).toMatchObject({ orders: 4, revenueMinor: 4 * 2290 });
  });
});
