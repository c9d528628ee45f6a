import type { PlacedOrderView, PlaceOrderRequest, SlotsView, SlotView } from '@comanda/shared';
import { IsNull } from 'typeorm';
import { Demo } from '../../demo/index.js';
import { StationEntity } from '../../locations/station.entity.js';
import { LocationChange } from '../../locations/location-change.js';
import { MenuStore } from '../../menu/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, Transactions } from '../../platform/database/index.js';
import { DomainError, GUEST } from '../../platform/http/index.js';
import type { KeyedAnswer, Staff } from '../../platform/http/index.js';
import { EventEntity } from '../../platform/events/event.entity.js';
import { startTestApp } from '../../../test/test-app.js';
import type { TestApp } from '../../../test/test-app.js';
import { Accepting } from '../accepting.js';
import { OrderCommands } from '../order-commands.js';
import { OrderLineEntity } from '../order-line.entity.js';
import { OrderReading } from '../order-reading.js';
import { PlacingLane } from '../placing/placing-lane.js';
import { DueOrders } from './due-orders.js';
import { SlotHoldEntity } from './slot-hold.entity.js';
import { SlotHolds } from './slot-holds.js';
import { SlotLoads } from './slot-loads.js';
import { Slots } from './slots.js';

let running: TestApp;
let locationId: string;
let dish: { readonly itemId: string };
let keys = 0;

beforeAll(async () => {
  running = await startTestApp();
  locationId = (await running.app.get(Demo).seed())?.locationId ?? '';
  const { document, index } = await running.app.get(MenuStore).current(locationId);
  const plain = document.items.find(
    ({ modifierGroupIds, variants, onlyAsOption }) =>
      variants.length === 1 && !onlyAsOption && !modifierGroupIds.some((id) => (index.groups.get(id)?.min ?? 0) > 0),
  );
  dish = { itemId: plain?.id ?? '' };
});
afterAll(() => running.close());
afterEach(() => Reflect.deleteProperty(get(Clock), 'now'));

const get = <T>(type: new (...args: never[]) => T): T => running.app.get(type);
const changed = (settings: Parameters<LocationChange['change']>[1]) =>
  get(LocationChange).change(locationId, settings, 'Ana');

async function freeSlots(request: Partial<PlaceOrderRequest> = {}): Promise<SlotView[]> {
  const view = await slotsOf(request);
  return view.days.flatMap(({ slots }) => slots).filter(({ reason }) => reason === undefined);
}

function slotsOf(request: Partial<PlaceOrderRequest> = {}): Promise<SlotsView> {
  return get(Slots).of(locationId, { fulfilment: { type: 'pickup' }, lines: [{ ...dish, quantity: 1 }], ...request });
}

async function place(request: Partial<PlaceOrderRequest>): Promise<Pick<KeyedAnswer, 'status' | 'body'>> {
  const keyed = { scope: 'guest', key: `key-${String(++keys)}`, fingerprint: 'asked' };
  const lines = [{ ...dish, quantity: 1 }];
  const asked = { fulfilment: { type: 'pickup' } as const, lines, ...request };
  try {
    return await get(PlacingLane).place({ actor: GUEST, locationId, request: asked, keyed });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { status: error.status, body: { code: error.code, items: error.items } };
  }
}

async function placed(request: Partial<PlaceOrderRequest>): Promise<PlacedOrderView> {
  const answer = await place(request);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body as PlacedOrderView;
}

const forLater = (at: SlotView | undefined, type: 'pickup' | 'delivery' = 'pickup') => ({
  fulfilment: { type, requestedFor: at?.from ?? '' },
});
const at = (instant: string | undefined) => Object.assign(get(Clock), { now: () => Date.parse(instant ?? '') });
const stateOf = async (id: string) => (await get(OrderReading).summaries([id]))[0]?.state;

describe('an order for later', () => {
  it('waits, and goes to the kitchen once when its time comes, however many look', async () => {
    const [, , , slot] = await freeSlots();
    const order = await placed(forLater(slot));
    expect(order).toMatchObject({ state: 'scheduled', readyEstimate: { from: slot?.from, until: slot?.until } });
    expect(order.fulfilment).toMatchObject({ requestedFor: slot?.from });

    await get(DueOrders).fireAll();
    expect(await stateOf(order.id)).toBe('scheduled');

    at(order.fulfilment.dueAt);
    await Promise.all([get(DueOrders).fireAll(), get(DueOrders).fireAll(), get(DueOrders).fireAll()]);
    expect(await stateOf(order.id)).toBe('in-kitchen');
    const events = await get(Database).reader.findBy(EventEntity, { subjectId: order.id });
    expect(events.map(({ type }) => type).filter((type) => type === 'order.fired')).toHaveLength(1);
    expect(events.some(({ type }) => type === 'ticket.fired')).toBe(true);
  });

  it('goes to the kitchen also when one before it cannot', async () => {
    const [, , , , slot] = await freeSlots();
    const [stuck, next] = [await placed(forLater(slot)), await placed(forLater(slot))];
    const accepting = get(Accepting);
    const { forStored } = accepting;
    accepting.forStored = function (tx, order, ...rest) {
      return order.id === stuck.id ? Promise.reject(new Error('stuck')) : forStored.call(this, tx, order, ...rest);
    };
    at(next.fulfilment.dueAt);
    await get(DueOrders).fireAll();
    Reflect.deleteProperty(accepting, 'forStored');
    expect([await stateOf(stuck.id), await stateOf(next.id)]).toEqual(['scheduled', 'in-kitchen']);
    await get(DueOrders).fireAll();
    expect(await stateOf(stuck.id)).toBe('in-kitchen');
  });

  it('is cancelled by its guest, and gives its place back', async () => {
    await changed({ slots: { slotMinutes: 15, daysAhead: 1, lastOrderMinutes: 0, ordersPerSlot: 1 } });
    const slot = (await freeSlots()).at(5);
    const order = await placed(forLater(slot));
    const refused = await place(forLater(slot));
    const next = (await freeSlots()).find(({ from }) => from > (slot?.from ?? ''));
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'slot_full', items: [{ pointer: '/fulfilment/requestedFor', instead: next?.from }] },
    });

    await get(Transactions).run((tx) => get(OrderCommands).cancelAsGuest(tx, order.id, 'Changed my mind'));
    expect(await stateOf(order.id)).toBe('cancelled');
    expect((await freeSlots()).map(({ from }) => from)).toContain(slot?.from);
    await placed(forLater(slot));
  });

  it('is not taken for a time that nobody promised', async () => {
    const [slot] = await freeSlots();
    const between = new Date(Date.parse(slot?.from ?? '') + 60_000).toISOString();
    const answer = await place({ fulfilment: { type: 'pickup', requestedFor: between } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'slot_unavailable' } });
  });

  it('counts dishes at a station that can make only so many', async () => {
    const stations = ['grill', 'cold', 'bar'].map((stationId) => ({ stationId, dishesPerSlot: 3 }));
    await changed({ slots: { slotMinutes: 15, daysAhead: 1, lastOrderMinutes: 0, stationLimits: stations } });
    const slot = (await freeSlots()).at(8);
    await placed({ ...forLater(slot), lines: [{ ...dish, quantity: 2 }] });
    const view = await slotsOf({ lines: [{ ...dish, quantity: 2 }] });
    const same = view.days.flatMap(({ slots }) => slots).find(({ from }) => from === slot?.from);
    expect(same?.reason).toMatchObject({ code: 'station_full', name: expect.any(String) });
    await placed({ ...forLater(slot), lines: [{ ...dish, quantity: 1 }] });
  });

  it('counts a dish of a station that is none at the one that takes such dishes', async () => {
    const { reader } = get(Database);
    const rest = await reader.findOneByOrFail(StationEntity, { locationId, isDefault: true });
    const stationLimits = [{ stationId: rest.id, dishesPerSlot: 2 }];
    await changed({ slots: { slotMinutes: 15, daysAhead: 1, lastOrderMinutes: 0, stationLimits } });
    const slot = (await freeSlots()).at(9);
    const { id } = await placed({ ...forLater(slot), lines: [{ ...dish, quantity: 2 }] });
    await get(Transactions).run((tx) => tx.manager.update(OrderLineEntity, { orderId: id }, { stationId: 'nothing' }));
    const fromMs = Date.parse(slot?.from ?? '');
    const counts = await get(SlotLoads).read({ locationId, fromMs, untilMs: fromMs });
    expect(counts.at(locationId, fromMs)).toEqual({ orders: 1, dishes: { [rest.id]: 2 } });
  });

  it('belongs to the day for which it is', async () => {
    await changed({ slots: { slotMinutes: 60, daysAhead: 3, lastOrderMinutes: 0 } });
    const last = (await freeSlots()).at(-5);
    const order = await placed(forLater(last));
    expect(order.businessDate > new Date().toISOString().slice(0, 10)).toBe(true);
  });
});

describe('a delivery', () => {
  const address = { street: 'Torstrasse 1', postcode: '10115' };
  const guest = { phone: '+49 30 901820' };
  const lines = () => [{ ...dish, quantity: 9 }];

  it('names its fee, and takes the way longer', async () => {
    const order = await placed({ fulfilment: { type: 'delivery', address }, guest, lines: lines() });
    const fee = order.fees[0];
    expect(fee).toMatchObject({ kind: 'delivery', taxClass: 'standard' });
    expect(order.totalMinor).toBe(order.subtotalMinor + (fee?.amountMinor ?? 0));
    expect(order.taxes.reduce((sum, { taxMinor }) => sum + taxMinor, 0)).toBe(order.taxMinor);
    expect(order.fulfilment.address).toEqual(address);
    const minutes = (Date.parse(order.readyEstimate.from) - Date.parse(order.placedAt)) / 60_000;
    expect(minutes).toBe(30);
  });

  it.each([
    ['no address', { type: 'delivery' as const }, 'address_required'],
    [
      'an address that nobody reaches',
      { type: 'delivery' as const, address: { ...address, postcode: '99999' } },
      'outside_delivery_zone',
    ],
  ])('is refused with %s', async (_, fulfilment, code) => {
    expect(await place({ fulfilment, guest, lines: lines() })).toMatchObject({
      status: 422,
      body: { code: 'invalid_basket', items: [{ code }] },
    });
  });

  it('is refused without a number that whoever brings it can call, which is named', async () => {
    const fulfilment = { type: 'delivery' as const, address };
    expect(await place({ fulfilment, guest: { phone: '112' }, lines: lines() })).toMatchObject({
      status: 422,
      body: { code: 'invalid_basket', items: [{ pointer: '/guest/phone', code: 'phone_required' }] },
    });
  });

  it('of the past, taken over from another system, needs neither address nor number', async () => {
    const staff: Staff = { kind: 'staff', id: 'ada', name: 'Ada', role: 'admin', locationId };
    const keyed = { scope: 'ada', key: 'takeover', fingerprint: 'asked' };
    const request = { fulfilment: { type: 'delivery' as const }, lines: lines(), placedAt: '2026-01-01T12:00:00Z' };
    const answer = await get(PlacingLane).place({ actor: staff, locationId, request, keyed });
    expect(answer).toMatchObject({ status: 201, body: { fees: [], fulfilment: { type: 'delivery' } } });
  });

  it('is refused below the least for its zone', async () => {
    await changed({
      deliveryZones: [{ id: 'x', name: 'X', postcodes: ['1*'], feeMinor: 1, minimumMinor: 100_000, minutes: 1 }],
    });
    const answer = await place({ fulfilment: { type: 'delivery', address }, guest });
    expect(answer).toMatchObject({ status: 422, body: { items: [{ code: 'below_minimum', limit: 100_000 }] } });
  });
});

it('a closed restaurant takes orders for when it is open', async () => {
  await changed({ openingHours: [], slots: { slotMinutes: 15, daysAhead: 1, lastOrderMinutes: 0 } });
  await expect(place({})).resolves.toMatchObject({ status: 409, body: { code: 'restaurant_closed' } });
  expect((await slotsOf()).days).toEqual([]);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await changed({
    openingHours: [
      { days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 600, toMinute: 720, fromDate: tomorrow, toDate: tomorrow },
    ],
  });
  const view = await slotsOf();
  expect(view.asap.reason).toEqual({ code: 'restaurant_closed' });
  const [slot] = view.days.flatMap(({ slots }) => slots);
  expect((await placed(forLater(slot))).state).toBe('scheduled');
});

it('says nothing of a restaurant that does not exist', async () => {
  await expect(get(Slots).of('nowhere', { fulfilment: { type: 'pickup' }, lines: [] })).rejects.toThrow(DomainError);
});

describe('a time that is kept while the guest is at the checkout', () => {
  const MINE = 'the-key-of-my-page';
  const YOURS = 'the-key-of-your-page';
  const requestOf = (slot: SlotView | undefined) => ({ ...forLater(slot), lines: [{ ...dish, quantity: 1 }] });
  const hold = (key: string, slot: SlotView | undefined) => get(SlotHolds).hold(locationId, key, requestOf(slot));
  const order = (key: string, slot: SlotView | undefined) =>
    place({ fulfilment: { ...forLater(slot).fulfilment, slotHold: key } });
  const holds = () => get(Database).reader.countBy(SlotHoldEntity, { locationId, orderedAt: IsNull() });
  const isFree = async (slot: SlotView | undefined) => (await freeSlots()).some(({ from }) => from === slot?.from);
  const later = (instant: string | undefined, byMs: number) => new Date(Date.parse(instant ?? '') + byMs).toISOString();

  const openingHours = [{ days: [1, 2, 3, 4, 5, 6, 7] as const, fromMinute: 0, toMinute: 1440 }];

  beforeEach(async () => {
    await get(Transactions).run((tx) => tx.manager.delete(SlotHoldEntity, { locationId }));
    await changed({
      openingHours,
      slots: { slotMinutes: 15, daysAhead: 1, lastOrderMinutes: 0, ordersPerSlot: 1, holdMinutes: 10 },
    });
  });

  it('is full for everybody else, and free for whoever holds it', async () => {
    const slot = (await freeSlots()).at(20);
    expect(await hold(MINE, slot)).toMatchObject({ from: slot?.from, until: slot?.until });
    expect(await isFree(slot)).toBe(false);
    await expect(hold(YOURS, slot)).rejects.toMatchObject({ code: 'slot_full' });
    expect(await order(YOURS, slot)).toMatchObject({ status: 409, body: { code: 'slot_full' } });
    const mine = await slotsOf({ fulfilment: { type: 'pickup', slotHold: MINE } });
    expect(mine.days.flatMap(({ slots }) => slots)).toContainEqual({ from: slot?.from, until: slot?.until });
    expect(await order(MINE, slot)).toMatchObject({ status: 201 });
    expect([await holds(), await isFree(slot)]).toEqual([0, false]);
  });

  it.each([true, false])('is not kept by a request that comes after its order (held before: %s)', async (before) => {
    const [slot, other] = (await freeSlots()).slice(30, 32);
    if (before) await hold(MINE, slot);
    expect(await order(MINE, slot)).toMatchObject({ status: 201 });
    for (const each of [slot, other]) await expect(hold(MINE, each)).rejects.toMatchObject({ code: 'slot_hold_used' });
    await hold(YOURS, other);
    await expect(hold(MINE, other)).rejects.toMatchObject({ code: 'slot_hold_used' });
    await expect(get(SlotHolds).release(locationId, MINE)).rejects.toMatchObject({ code: 'not_found' });
    expect(await holds()).toBe(1);
  });

  it('stays held when an order is refused for something else', async () => {
    const slot = (await freeSlots()).at(21);
    await hold(MINE, slot);
    const fulfilment = { ...forLater(slot).fulfilment, slotHold: MINE };
    expect(await place({ fulfilment, expectedTotalMinor: 1 })).toMatchObject({ body: { code: 'price_changed' } });
    expect([await holds(), await isFree(slot)]).toEqual([1, false]);
  });

  it('is given up for another time, and by its guest', async () => {
    const [one, other] = (await freeSlots()).slice(22, 24);
    await hold(MINE, one);
    await hold(MINE, other);
    expect([await isFree(one), await isFree(other)]).toEqual([true, false]);
    await get(SlotHolds).release(locationId, MINE);
    await expect(get(SlotHolds).release(locationId, MINE)).rejects.toMatchObject({ code: 'not_found' });
    expect(await isFree(other)).toBe(true);
  });

  it('lasts no longer for being asked again, expires by itself, and is ordered after that while there is room', async () => {
    const slot = (await freeSlots()).at(26);
    const { heldUntil } = await hold(MINE, slot);
    at(later(heldUntil, -1000));
    expect(await hold(MINE, slot)).toMatchObject({ heldUntil });
    at(later(heldUntil, 1000));
    expect(await isFree(slot)).toBe(true);
    await hold(YOURS, slot);
    expect(await holds()).toBe(1);
    expect(await order(MINE, slot)).toMatchObject({ status: 409, body: { code: 'slot_full' } });
    await get(SlotHolds).release(locationId, YOURS);
    expect(await order(MINE, slot)).toMatchObject({ status: 201 });
  });

  it('is not kept where the restaurant keeps none, but still looked at', async () => {
    await changed({ slots: { slotMinutes: 15, daysAhead: 1, lastOrderMinutes: 0, ordersPerSlot: 1, holdMinutes: 0 } });
    const slot = (await freeSlots()).at(27);
    expect(await hold(MINE, slot)).toEqual({ from: slot?.from, until: slot?.until });
    expect(await holds()).toBe(0);
  });
});
