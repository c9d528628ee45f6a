import type { BasketLine, ReplaceLineRequest } from '@comanda/shared';
import { KitchenHouse, LOCATION } from '../../../test/kitchen-house.js';
import { InventoryModule, Stock } from '../../inventory/index.js';
import { AvailabilityStore, MenuImport } from '../../menu/index.js';
import { OrderCommands, Replacing } from '../../orders/index.js';
import { StockMovementEntity } from '../../inventory/stock-movement.entity.js';
import { Database } from '../../platform/database/index.js';
import { Coursing } from '../firing/coursing.js';
import { DishReplacing } from './dish-replacing.js';
import { Withdrawals } from './withdrawals.js';

const staff = KitchenHouse.cook;
const manager = { ...staff, role: 'manager' as const };
let house: KitchenHouse;

const dish = (id: string, priceMinor: number, more: object) => ({
  id,
  name: { en: id },
  variants: [{ id: `${id}-v`, priceMinor }],
  modifierGroupIds: [],
  taxClass: 'standard',
  ...more,
});
const needs = (quantityMilli: number) => ({ recipe: [{ ingredientId: 'meat', quantityMilli }] });

/** Ribs and stew are made of the same meat; the platter has a part that the bar makes. */
const MENU = {
  format: 'comanda-menu/1',
  currency: 'EUR',
  defaultLanguage: 'en',
  languages: ['en'],
  ingredients: [{ id: 'meat', name: { en: 'Meat' }, unit: 'g', allergens: [] }],
  sections: [{ id: 'meats', name: { en: 'Meats' }, itemIds: ['ribs', 'stew', 'platter'] }],
  items: [
    dish('ribs', 1800, { stationId: 'grill', prepSeconds: 600, ...needs(300_000) }),
    dish('stew', 1500, { stationId: 'cold', prepSeconds: 300, ...needs(200_000) }),
    dish('platter', 2600, { stationId: 'grill', modifierGroupIds: ['drinks'] }),
  ],
  modifierGroups: [
    {
      id: 'drinks',
      name: { en: 'Drink' },
      kind: 'choice',
      min: 1,
      max: 1,
      freeCount: 0,
      priceRule: 'sum',
      options: [{ id: 'with-beer', itemId: 'beer', name: { en: 'Beer' }, priceMinor: 300 }],
    },
  ],
};

beforeAll(async () => {
  house = await KitchenHouse.open();
  await house.app.get(MenuImport).import(LOCATION, MENU, { mode: 'merge', dryRun: false, by: 'Ada' });
});
afterAll(() => house.close());

const count = (quantityMilli: number) =>
  house.run((tx) =>
    house.app
      .select(InventoryModule)
      .get(Stock)
      .book(tx, LOCATION, { bookings: [{ ingredientId: 'meat', kind: 'count', quantityMilli }], by: 'Ada' }),
  );
const movements = async (orderId: string) => {
  const { reader } = house.app.get(Database);
  const rows = await reader.find(StockMovementEntity, { where: { orderId }, order: { id: 'ASC' } });
  return rows.map(({ kind, itemId, quantityMilli }) => `${kind} ${itemId ?? ''} ${quantityMilli / 1000}`);
};
const lineOf = async (id: string, itemId: string) =>
  (await house.order(id)).lines.find((line) => line.itemId === itemId)?.id ?? '';

async function replace(orderId: string, itemId: string, line: BasketLine, more: Omit<ReplaceLineRequest, 'line'> = {}) {
  const lineId = await lineOf(orderId, itemId);
  const target = { orderId, lineId, staff: manager };
  return house.run((tx) => house.app.get(DishReplacing).replace(tx, target, { line, ...more }));
}
const one = (itemId: string, more: Partial<BasketLine> = {}): BasketLine => ({ itemId, quantity: 1, ...more });

async function acknowledge(orderId: string, stationId: string, answer?: 'made' | 'not-made') {
  const { id } = await house.ticket(orderId, stationId);
  const request = answer === undefined ? {} : { answer };
  return house.run((tx) => house.app.get(Withdrawals).acknowledge(tx, orderId, { id, staff, request }));
}

describe('another dish in the place of one that was fired', () => {
  it('is one step: off the bill and on it, struck and fired as a pair, with one difference', async () => {
    const { id } = await house.place(['steak', 'salad']);
    await house.cook(id, 'start');
    const lineId = await lineOf(id, 'steak');
    const quote = await house.app.get(Replacing).quote(manager, id, lineId, one('ribs', { quantity: 2 }));
    expect(quote).toEqual({ differenceMinor: 1200, totalMinor: 4500, orderable: true, problems: [] });
    const told = await replace(id, 'steak', one('ribs', { quantity: 2 }), { expectedDifferenceMinor: 1200 });
    const order = await house.order(id);
    expect(told).toEqual({ differenceMinor: 1200, lineId: await lineOf(id, 'ribs') });
    expect(order).toMatchObject({
      state: 'in-kitchen',
      totalMinor: 4500,
      subtotalMinor: 4500,
      lines: [
        { itemId: 'steak', totalMinor: 0, kitchenState: 'cancelled' },
        { itemId: 'salad', totalMinor: 900 },
        { itemId: 'ribs', totalMinor: 3600, kitchenState: 'fired' },
      ],
    });
    const ticket = await house.ticket(id);
    const [old, fresh] = ticket.lines;
    expect(old).toMatchObject({ state: 'cancelled', withdrawal: { reason: 'ribs instead', before: 'started' } });
    expect(fresh).toMatchObject({ state: 'fired', name: 'ribs', quantity: 2, replaces: old?.id });
    expect(ticket).toMatchObject({ state: 'fired', awaits: ['change'] });
    const changed = (await house.events(id)).filter(({ type }) => type === 'order.changed');
    expect(changed.map(({ data }) => data)).toMatchObject([
      {
        lineId: old?.orderLineId,
        instead: told.lineId,
        differenceMinor: 1200,
        order: { totalMinor: 4500, itemCount: 3 },
      },
    ]);
    expect(order.version).toBe((await house.events(id)).length);
  });

  it('goes to a station that had nothing of the order, and the old one is struck where it was', async () => {
    const { id } = await house.place(['steak']);
    await replace(id, 'steak', one('platter', { options: [{ groupId: 'drinks', optionId: 'with-beer' }] }));
    expect((await house.ticket(id, 'bar')).lines).toMatchObject([{ state: 'fired', name: 'Beer' }]);
    expect((await house.ticket(id)).lines.map(({ state }) => state)).toEqual(['cancelled', 'fired']);
    expect((await house.types(id)).filter((type) => type.startsWith('ticket.'))).toEqual([
      'ticket.fired',
      'ticket.changed',
      'ticket.fired',
    ]);
    const other = await house.place(['steak']);
    await replace(other.id, 'steak', one('cake'));
    expect(await house.ticket(other.id)).toMatchObject({ state: 'cancelled', awaits: ['change'] });
    await acknowledge(other.id, 'grill');
    await house.cook(other.id, 'bump', { stationId: 'cold' });
    expect((await house.order(other.id)).state).toBe('ready');
  });

  it('brings an order that was ready back to the cooks, and leaves alone what the guest has', async () => {
    const { id } = await house.place(['steak', 'salad']);
    await house.cook(id, 'bump');
    await house.cook(id, 'bump', { stationId: 'cold' });
    await replace(id, 'steak', one('ribs'));
    expect((await house.order(id)).state).toBe('in-kitchen');
    await house.cook(id, 'hand-over', { stationId: 'cold' });
    await expect(replace(id, 'salad', one('cake'))).rejects.toMatchObject({ code: 'invalid_transition' });
    await expect(replace(id, 'steak', one('cake'))).rejects.toMatchObject({ code: 'invalid_transition' });
  });

  it('stays held where the old one was, and keeps the guest and what that guest is allergic to', async () => {
    const guest = { guestName: 'Ines', allergies: ['nuts' as const] };
    const { id } = await house.place(['salad', one('steak', { course: 2, ...guest })]);
    await expect(replace(id, 'steak', one('cake'))).rejects.toMatchObject({
      code: 'invalid_basket',
      items: [{ pointer: '/line/allergies', code: 'contains_allergen' }],
    });
    await replace(id, 'steak', one('ribs'));
    const lines = (await house.ticket(id)).lines;
    expect(lines).toMatchObject([
      { state: 'cancelled', withdrawal: { acknowledged: { by: 'system' } } },
      { state: 'held', course: 2, ...guest },
    ]);
    await house.run((tx) => house.app.get(Coursing).fire(tx, { orderId: id, staff }, 2));
    expect((await house.ticket(id)).lines[1]?.state).toBe('fired');
  });

  it('is money to give back when it costs less than what was paid', async () => {
    const { id } = await house.place(['steak']);
    const money = { method: 'cash' as const, amountMinor: 2400 };
    await house.run((tx) => house.app.get(OrderCommands).pay(tx, { id, staff }, money));
    await expect(replace(id, 'steak', one('salad'), { expectedDifferenceMinor: -1400 })).rejects.toMatchObject({
      code: 'price_changed',
      items: [{ pointer: '/expectedDifferenceMinor', limit: -1500, actual: -1400 }],
    });
    expect((await replace(id, 'steak', one('salad'))).differenceMinor).toBe(-1500);
    expect(await house.order(id)).toMatchObject({ totalMinor: 900, refundDueMinor: 1500 });
  });
});

describe('the stock, when a dish comes in the place of another', () => {
  it('has the old one back first: the last meat goes over from one to the other', async () => {
    await count(300_000);
    const { id } = await house.place([one('ribs')]);
    const { suspensions } = await house.app.get(AvailabilityStore).current(LOCATION);
    expect(suspensions.map(({ targetId }) => targetId).sort()).toEqual(['ribs', 'stew']);
    await replace(id, 'ribs', one('stew'));
    expect(await movements(id)).toEqual(['consume ribs -300', 'release ribs 300', 'consume stew -200']);
    const left = await house.app.get(AvailabilityStore).current(LOCATION);
    expect(left.suspensions.map(({ targetId }) => targetId).sort()).toEqual(['ribs', 'stew']);
  });

  it('is given back only when the cook says that it was not made; what was made is waste', async () => {
    await count(1_000_000);
    const { id } = await house.place([one('ribs'), one('ribs')]);
    await house.cook(id, 'start');
    await replace(id, 'ribs', one('stew'));
    expect(await movements(id)).toEqual(['consume ribs -600', 'consume stew -200']);
    await acknowledge(id, 'grill', 'made');
    const after = await movements(id);
    expect(after.slice(2).sort()).toEqual(['release ribs 300', 'waste ribs -300']);
  });

  it('is left as it was, with everything else, when the new one cannot be had', async () => {
    await count(400_000);
    const { id } = await house.place(['salad', one('ribs')]);
    const before = await house.order(id);
    const stew = one('stew', { quantity: 3 });
    await expect(replace(id, 'ribs', stew)).rejects.toMatchObject({
      code: 'out_of_stock',
      items: [{ pointer: '/line', code: 'out_of_stock', limit: 2, actual: 3 }],
    });
    await house.run((tx) =>
      house.app.get(AvailabilityStore).setCountdown(tx, LOCATION, { kind: 'item', id: 'cake' }, 0, 'Ada'),
    );
    await expect(replace(id, 'ribs', one('cake'))).rejects.toMatchObject({ code: 'out_of_stock' });
    await expect(replace(id, 'ribs', one('sushi'))).rejects.toMatchObject({ code: 'invalid_basket' });
    expect(await house.order(id)).toEqual(before);
    expect(await movements(id)).toEqual(['consume ribs -300']);
  });

  it('counts portions that go over from a dish to another', async () => {
    const cakes = async () =>
      (await house.app.get(AvailabilityStore).current(LOCATION)).countdowns.find(({ targetId }) => targetId === 'cake')
        ?.remaining;
    await house.run((tx) =>
      house.app.get(AvailabilityStore).setCountdown(tx, LOCATION, { kind: 'item', id: 'cake' }, 1, 'Ada'),
    );
    const { id } = await house.place(['cake', 'salad']);
    expect(await cakes()).toBe(0);
    await replace(id, 'cake', one('cake', { note: 'in a box' }));
    expect(await cakes()).toBe(0);
    await replace(id, 'salad', one('beer'));
    expect((await house.order(id)).lines.map(({ kitchenState }) => kitchenState)).toEqual([
      'cancelled',
      'cancelled',
      'fired',
      'fired',
    ]);
  });
});
