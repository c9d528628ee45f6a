import type {
  BoardView,
  DeliveryCheckView,
  ExpoView,
  LocationOfficeView,
  MenuView,
  OrderView,
  PlacedOrderView,
  Problem,
  QuoteView,
  SlotHoldView,
  SlotsView,
  StaffOrderView,
} from '@comanda/shared';
import { openOffice } from './office.js';
import type { Desk, Office } from './office.js';
import { newKey } from './http-client.js';

let office: Office;
let cook: Desk;
let line: { itemId: string; variantId: string; quantity: number };

const ADDRESS = { street: 'Torstrasse 1', postcode: '10115', city: 'Berlin', details: 'Second floor' };

beforeAll(async () => {
  office = await openOffice('admin');
  cook = await office.as('kitchen');
  const menu = await office.read<MenuView>('menu');
  const required = new Set(menu.modifierGroups.filter(({ min }) => min > 0).map(({ id }) => id));
  const item = menu.items.find(
    ({ variants, onlyAsOption, modifierGroupIds }) =>
      variants.length === 1 && !onlyAsOption && !modifierGroupIds.some((id) => required.has(id)),
  );
  line = { itemId: item?.id ?? '', variantId: item?.variants[0]?.id ?? '', quantity: 1 };
});
afterAll(() => office.close());

const everySlot = ({ days }: SlotsView) => days.flatMap(({ slots }) => slots);
const slots = async (type: 'pickup' | 'delivery' = 'pickup') =>
  (await office.call<SlotsView>('POST', 'slots', { fulfilment: { type, address: ADDRESS }, lines: [line] })).body;
const place = (fulfilment: object, quantity = 1) =>
  office.call<PlacedOrderView & Problem>(
    'POST',
    'orders',
    { fulfilment, guest: { phone: '+49 30 901820' }, lines: [{ ...line, quantity }] },
    newKey(),
  );

async function command<T>(desk: Desk, path: string, body: object = {}): Promise<{ status: number; body: T }> {
  const headers = { ...desk.headers, 'if-match': '*' };
  const answer = await office.app.inject({ method: 'POST', url: `/api/v1/${path}`, headers, payload: body });
  return { status: answer.statusCode, body: answer.json<T>() };
}

it('a guest chooses a time, the order waits for it, and the guest thinks better of it', async () => {
  const view = await slots();
  expect(view.asap.range.from < view.asap.range.until).toBe(true);
  const slot = everySlot(view).find(({ reason }) => !reason);
  const fulfilment = { type: 'pickup', requestedFor: slot?.from };
  const quote = await office.call<QuoteView>('POST', 'quotes', { fulfilment, lines: [line] });
  expect(quote.body).toMatchObject({ orderable: true, readyEstimate: { from: slot?.from } });

  const order = (await place({ ...fulfilment, requestedFor: everySlot(view).at(6)?.from })).body;
  expect(order.state).toBe('scheduled');
  const cancelled = await command<OrderView>(office, `tracking/${order.trackingToken}/cancellation`);
  expect(cancelled.body.state).toBe('cancelled');
});

it('a full time is refused with the next free one, and a quote says so before', async () => {
  const settings = { slots: { slotMinutes: 30, daysAhead: 2, lastOrderMinutes: 0, ordersPerSlot: 1 } };
  const url = `/api/v1/locations/${office.locationId}`;
  const changed = await office.app.inject({ method: 'PATCH', url, headers: office.headers, payload: settings });
  expect(changed.statusCode).toBe(200);
  expect(await office.read<LocationOfficeView>('settings')).toMatchObject(settings);

  const [, , , slot, next] = everySlot(await slots());
  const fulfilment = { type: 'pickup', requestedFor: slot?.from };
  expect((await place(fulfilment)).status).toBe(201);
  expect(everySlot(await slots()).find(({ from }) => from === slot?.from)?.reason).toEqual({ code: 'slot_full' });
  const quote = await office.call<QuoteView>('POST', 'quotes', { fulfilment, lines: [line] });
  expect(quote.body).toMatchObject({ orderable: false, problems: [{ code: 'slot_full', instead: next?.from }] });
  expect(await place(fulfilment)).toMatchObject({ status: 409, body: { code: 'slot_full' } });
});

it('a time is held over HTTP, ordered by its key, and given back', async () => {
  const [, , , , , , , slot, next] = everySlot(await slots()).filter(({ reason }) => !reason);
  const path = (key: string) => `slot-holds/${key}`;
  const body = (at: string | undefined) => ({ fulfilment: { type: 'pickup', requestedFor: at }, lines: [line] });
  const held = await office.call<SlotHoldView>('PUT', path('key-of-a-page-0001'), body(slot?.from));
  expect(held).toMatchObject({ status: 200, body: { from: slot?.from, heldUntil: expect.any(String) } });
  const other = await office.call<Problem>('PUT', path('key-of-a-page-0002'), body(slot?.from));
  expect(other).toMatchObject({ status: 409, body: { code: 'slot_full', errors: [{ instead: next?.from }] } });
  expect((await office.call('PUT', path('short'), body(slot?.from))).status).toBe(422);
  const order = await place({ type: 'pickup', requestedFor: slot?.from, slotHold: 'key-of-a-page-0001' });
  expect(order.status).toBe(201);
  expect((await office.call('DELETE', path('key-of-a-page-0001'))).status).toBe(404);
  await office.call('PUT', path('key-of-a-page-0003'), body(next?.from));
  expect((await office.call('DELETE', path('key-of-a-page-0003'))).status).toBe(204);
});

it.each([
  '2026-W49-3',
  '2026-337',
  '20261202T100000Z',
  '2026-12-02',
  '2026-12-02T10',
  '2026-12-02T10:00:00',
  '9999-12-31T23:59:59Z',
])('a time that is no instant of ours is named: %s', async (requestedFor) => {
  const fulfilment = { type: 'pickup', requestedFor };
  for (const path of ['orders', 'quotes', 'slots']) {
    const answer = await office.call<Problem>('POST', path, { fulfilment, lines: [line] }, newKey());
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '/fulfilment/requestedFor']);
  }
  const past = await office.call<Problem>(
    'POST',
    'orders',
    { fulfilment: { type: 'pickup' }, lines: [line], placedAt: requestedFor },
    newKey(),
  );
  expect([past.status, past.body.errors?.[0]?.pointer]).toEqual([422, '/placedAt']);
  const paused = await office.call<Problem>('PUT', 'ordering', { paused: true, until: requestedFor });
  expect([paused.status, paused.body.errors?.[0]?.pointer]).toEqual([422, '/until']);
});

it('a time between the slots is refused', async () => {
  const answer = await place({ type: 'pickup', requestedFor: new Date(Date.now() + 61_000).toISOString() });
  expect(answer).toMatchObject({ status: 409, body: { code: 'slot_unavailable' } });
});

it('settings that cannot be are named', async () => {
  const answer = await office.app.inject({
    method: 'PATCH',
    url: `/api/v1/locations/${office.locationId}`,
    headers: office.headers,
    payload: {
      slots: { slotMinutes: 7, daysAhead: 2, lastOrderMinutes: 0 },
      deliveryZones: [{ id: 'a', name: 'A', feeMinor: 0, minimumMinor: 0, minutes: 5 }],
    },
  });
  expect(answer.json<Problem>().errors?.map(({ pointer }) => pointer)).toEqual([
    '/slots/slotMinutes',
    '/deliveryZones/0',
  ]);
  const stationLimits = ['grill', 'nothing'].map((stationId) => ({ stationId, dishesPerSlot: 1 }));
  const unknown = await office.app.inject({
    method: 'PATCH',
    url: `/api/v1/locations/${office.locationId}`,
    headers: office.headers,
    payload: { slots: { slotMinutes: 15, daysAhead: 2, lastOrderMinutes: 0, stationLimits } },
  });
  expect(unknown.json<Problem>().errors).toMatchObject([
    { pointer: '/slots/stationLimits/1/stationId', code: 'unknown_station', actual: 'nothing' },
  ]);
});

it('a delivery is checked, priced, cooked, handed to the rider and delivered', async () => {
  const check = (postcode: string) =>
    office.call<DeliveryCheckView>('POST', 'delivery-checks', { address: { postcode } });
  expect((await check('99999')).body).toEqual({ delivers: false });
  const { zone } = (await check('10 115')).body;
  expect(zone).toMatchObject({ id: 'near', minutes: 15 });

  const { body: order, status } = await place({ type: 'delivery', address: ADDRESS }, 3);
  expect(status).toBe(201);
  expect(order.fees).toEqual([expect.objectContaining({ kind: 'delivery', amountMinor: zone?.feeMinor })]);

  const board = await cook.read<BoardView>('board');
  for (const ticket of board.tickets.filter(({ orderId }) => orderId === order.id)) {
    await command(cook, `tickets/${ticket.id}/bump`);
  }
  expect((await command<StaffOrderView>(office, `orders/${order.id}/hand-over`)).body.state).toBe('out-for-delivery');
  const delivered = await command<StaffOrderView>(office, `orders/${order.id}/delivery`);
  expect(delivered).toMatchObject({ status: 200, body: { state: 'completed' } });
  expect((await command<Problem>(office, `orders/${order.id}/delivery`)).body.code).toBe('invalid_transition');
});

const offerCutlery = async (cutlery: string) => {
  const url = `/api/v1/locations/${office.locationId}`;
  return (await office.app.inject({ method: 'PATCH', url, headers: office.headers, payload: { cutlery } })).statusCode;
};

it('what a guest says about cutlery is read on the order, at the pass and in the office', async () => {
  const { body: order } = await place({ type: 'pickup', cutlery: 2 });
  expect(order.fulfilment).toEqual({ type: 'pickup', cutlery: 2 });
  const { body: without } = await place({ type: 'pickup', cutlery: 0 });
  const pass = await cook.read<ExpoView>('expo');
  const packed = new Map(pass.orders.map(({ orderId, cutlery }) => [orderId, cutlery]));
  expect([packed.get(order.id), packed.get(without.id)]).toEqual([2, 0]);
  const tracked = await office.app.inject({ url: `/api/v1/tracking/${order.trackingToken}` });
  expect(tracked.json<OrderView>().fulfilment.cutlery).toBe(2);
  const url = `/api/v1/orders/${without.id}`;
  const seen = await office.app.inject({ url, headers: office.headers });
  expect(seen.json<StaffOrderView>().fulfilment.cutlery).toBe(0);
});

it('an order that says nothing about cutlery is taken, and one where none is offered keeps nothing', async () => {
  expect((await place({ type: 'pickup' })).body.fulfilment).toEqual({ type: 'pickup' });
  expect(await offerCutlery('not-offered')).toBe(200);
  expect((await place({ type: 'pickup', cutlery: 2 })).body.fulfilment).toEqual({ type: 'pickup' });
  expect(await offerCutlery('now and then')).toBe(422);
  expect(await offerCutlery('ask')).toBe(200);
  const wrong = await place({ type: 'pickup', cutlery: 51 });
  expect([wrong.status, wrong.body.errors?.[0]?.pointer]).toEqual([422, '/fulfilment/cutlery']);
});
