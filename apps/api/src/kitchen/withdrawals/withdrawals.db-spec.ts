import type { AcknowledgeRequest, KitchenAnswer } from '@comanda/shared';
import { KitchenHouse } from '../../../test/kitchen-house.js';
import { OrderCommands, OrderHooks, OrderReading } from '../../orders/index.js';
import type { SettledTurn } from '../../orders/index.js';
import { Boards } from '../boards/boards.js';
import { DishChanges } from './dish-changes.js';
import { Unanswered } from './unanswered.js';
import { Withdrawals } from './withdrawals.js';

const staff = KitchenHouse.cook;
let house: KitchenHouse;
let settled: { readonly answer: KitchenAnswer; readonly dishes: readonly (string | null)[] }[];
beforeAll(async () => {
  house = await KitchenHouse.open();
  house.app.get(OrderHooks).on('settled', (_, turn: SettledTurn) => {
    settled.push({ answer: turn.answer, dishes: turn.lines.map(({ itemId }) => itemId) });
  });
});
beforeEach(() => (settled = []));
afterAll(() => house.close());

const cancel = (id: string, kitchenAnswer?: KitchenAnswer) => {
  const request = { reason: 'Left', ...(kitchenAnswer === undefined ? {} : { kitchenAnswer }) };
  return house.run((tx) => house.app.get(OrderCommands).cancel(tx, { id, staff }, request));
};

async function acknowledge(orderId: string, stationId: string, request: AcknowledgeRequest = {}) {
  const { id } = await house.ticket(orderId, stationId);
  return house.run((tx) => house.app.get(Withdrawals).acknowledge(tx, orderId, { id, staff, request }));
}

const unansweredIds = async () => {
  const { data } = await house.app.get(OrderReading).list('harbour', { kitchenUnanswered: true, limit: 50 });
  return data.map(({ id }) => id);
};
const summary = async (id: string) => (await house.app.get(OrderReading).summaries([id]))[0];

describe('an order that is cancelled after it was fired', () => {
  it('stays on the boards until each cook has acknowledged; what nobody began goes back at once', async () => {
    const { id } = await house.place(['steak', 'salad']);
    await cancel(id);
    expect(settled).toEqual([{ answer: 'not-made', dishes: ['steak', 'salad'] }]);
    const ticket = await house.ticket(id, 'cold');
    expect(ticket).toMatchObject({ state: 'cancelled', awaits: ['change'] });
    expect(ticket.lines[0]?.withdrawal).toMatchObject({ reason: 'Left', before: 'fired', answer: 'not-made' });
    const closed = await acknowledge(id, 'cold');
    expect(closed).toMatchObject({ state: 'closed', awaits: [] });
    expect(await acknowledge(id, 'cold')).toEqual(closed);
    expect(settled).toHaveLength(1);
  });

  it('asks the cook about what was begun: made is waste, not made goes back', async () => {
    const { id } = await house.place(['steak', 'salad', 'beer']);
    await house.cook(id, 'start');
    await house.cook(id, 'bump', { stationId: 'cold' });
    await cancel(id);
    expect(settled).toEqual([{ answer: 'not-made', dishes: ['beer'] }]);
    await expect(acknowledge(id, 'grill')).rejects.toMatchObject({
      code: 'invalid_request',
      items: [{ pointer: '/answer', code: 'required' }],
    });
    await acknowledge(id, 'grill', { answer: 'not-made' });
    await acknowledge(id, 'cold', { answer: 'made' });
    expect(settled.slice(1)).toEqual([
      { answer: 'not-made', dishes: ['steak'] },
      { answer: 'made', dishes: ['salad'] },
    ]);
  });

  it('is settled at once with the answer that staff bring along', async () => {
    const { id } = await house.place(['steak']);
    await house.cook(id, 'start');
    await cancel(id, 'made');
    expect(settled).toEqual([{ answer: 'made', dishes: ['steak'] }]);
    expect((await acknowledge(id, 'grill', { answer: 'not-made' })).lines[0]?.withdrawal?.answer).toBe('made');
    expect(settled).toHaveLength(1);
  });

  it('needs nobody to acknowledge what was still held', async () => {
    const { id } = await house.place(['salad', { itemId: 'steak', quantity: 1, course: 2 }]);
    await cancel(id);
    expect((await house.ticket(id, 'grill')).state).toBe('closed');
    const open = (await house.app.get(Boards).board('harbour')).tickets.filter(({ orderId }) => orderId === id);
    expect(open.map(({ stationId }) => stationId)).toEqual(['cold']);
  });
});

describe('a cancellation that no cook answers', () => {
  it('escalates once after a minute, until it is answered', async () => {
    const { id } = await house.place(['steak', 'salad']);
    await cancel(id);
    const escalateAll = () => house.app.get(Unanswered).escalateAll();
    const told = async () => (await house.types(id)).filter((type) => type.endsWith('.escalated'));
    house.clock.pass(59);
    await escalateAll();
    expect(await told()).toEqual([]);
    house.clock.pass(1);
    await Promise.all([escalateAll(), escalateAll()]);
    expect(await told()).toEqual(['ticket.escalated', 'ticket.escalated', 'order.escalated']);
    expect(await summary(id)).toMatchObject({ kitchenUnanswered: true });
    expect(await unansweredIds()).toContain(id);
    await acknowledge(id, 'grill');
    expect(await summary(id)).toMatchObject({ kitchenUnanswered: true });
    await acknowledge(id, 'cold');
    expect(await summary(id)).not.toHaveProperty('kitchenUnanswered');
    expect(await unansweredIds()).not.toContain(id);
    expect((await house.types(id)).at(-1)).toBe('order.changed');
  });
});

describe('one dish of an order that the kitchen has', () => {
  const dishes = () => house.app.get(DishChanges);
  const lineOf = async (id: string, itemId: string) =>
    (await house.order(id)).lines.find((line) => line.itemId === itemId)?.id ?? '';
  const withdraw = async (orderId: string, itemId: string) => {
    const lineId = await lineOf(orderId, itemId);
    return house.run((tx) => dishes().withdraw(tx, { orderId, lineId, staff }, { reason: 'Changed their mind' }));
  };

  it('leaves the bill at once, the board when it is acknowledged, and comes back only when it was not made', async () => {
    const { id } = await house.place(['steak', 'salad']);
    await house.cook(id, 'start');
    await house.cook(id, 'bump', { stationId: 'cold' });
    await withdraw(id, 'steak');
    await withdraw(id, 'steak');
    expect(await house.order(id)).toMatchObject({
      state: 'ready',
      subtotalMinor: 900,
      totalMinor: 900,
      lines: [
        { itemId: 'steak', totalMinor: 0, kitchenState: 'cancelled' },
        { itemId: 'salad', totalMinor: 900 },
      ],
    });
    expect(await house.ticket(id)).toMatchObject({ state: 'cancelled', awaits: ['change'] });
    expect(settled).toEqual([]);
    await acknowledge(id, 'grill', { answer: 'made' });
    expect(settled).toEqual([{ answer: 'made', dishes: ['steak'] }]);
    await expect(withdraw(id, 'salad')).rejects.toMatchObject({ code: 'invalid_transition' });
    const types = (await house.types(id)).filter((type) => /withdrawn|changed|acknowledged/.test(type));
    expect(types).toEqual(['ticket.withdrawn', 'order.changed', 'ticket.acknowledged']);
  });

  it('that was paid is money to give back, which is noted once given, and the payments add up to what stays paid', async () => {
    const { id } = await house.place(['steak', 'salad']);
    const money = (deed: 'pay' | 'refund', amountMinor: number) =>
      house.run((tx) => house.app.get(OrderCommands)[deed](tx, { id, staff }, { method: 'cash', amountMinor }));
    await money('pay', 3300);
    expect(await house.order(id)).not.toHaveProperty('refundDueMinor');
    await withdraw(id, 'steak');
    expect(await house.order(id)).toMatchObject({ totalMinor: 900, paidMinor: 3300, refundDueMinor: 2400 });
    expect(await summary(id)).toMatchObject({ refundDueMinor: 2400 });
    await expect(money('refund', 2401)).rejects.toMatchObject({
      code: 'invalid_request',
      items: [{ pointer: '/amountMinor', code: 'too_large', limit: 2400 }],
    });
    await money('refund', 400);
    await money('refund', 2000);
    const settledOrder = await house.order(id);
    expect(settledOrder).toMatchObject({ totalMinor: 900, paidMinor: 900, paymentState: 'partly-refunded' });
    expect(settledOrder).not.toHaveProperty('refundDueMinor');
    expect(settledOrder.payments.map(({ amountMinor }) => amountMinor)).toEqual([3300, -400, -2000]);
    await expect(money('refund', 1)).rejects.toMatchObject({ code: 'invalid_request' });
    await cancel(id, 'not-made');
    expect(await house.order(id)).toMatchObject({ state: 'cancelled', refundDueMinor: 900 });
    await money('refund', 900);
    expect(await house.order(id)).toMatchObject({ paidMinor: 0, paymentState: 'refunded' });
    expect((await house.types(id)).filter((type) => type === 'refund.recorded')).toHaveLength(3);
  });

  it('stays partly refunded when another one is withdrawn after that', async () => {
    const { id } = await house.place(['steak', 'salad', 'cake']);
    const { totalMinor } = await house.order(id);
    const money = (deed: 'pay' | 'refund', amountMinor: number) =>
      house.run((tx) => house.app.get(OrderCommands)[deed](tx, { id, staff }, { method: 'cash', amountMinor }));
    await money('pay', totalMinor);
    await withdraw(id, 'steak');
    await money('refund', 2400);
    await withdraw(id, 'cake');
    expect(await house.order(id)).toMatchObject({ paymentState: 'partly-refunded', totalMinor: 900 });
    await money('refund', totalMinor - 3300);
    expect(await house.order(id)).toMatchObject({ paymentState: 'partly-refunded', paidMinor: 900 });
  });

  it('that is bumped over stays on the board for its acknowledgement', async () => {
    const { id } = await house.place(['salad', 'cake']);
    await withdraw(id, 'cake');
    const bumped = await house.cook(id, 'bump', { stationId: 'cold' });
    expect(bumped).toMatchObject({ state: 'ready', awaits: ['change'] });
    const open = (await house.app.get(Boards).board('harbour')).tickets.filter(({ orderId }) => orderId === id);
    expect(open).toHaveLength(1);
    expect(await acknowledge(id, 'cold')).toMatchObject({ state: 'ready', awaits: [] });
  });

  it('is wanted otherwise: the cook sees a pair, and what was made already is made once more', async () => {
    const again: string[] = [];
    house.app.get(OrderHooks).on('refired', (_, { reason }) => void again.push(reason));
    const { id } = await house.place(['steak', 'salad']);
    await house.cook(id, 'start');
    const lineId = await lineOf(id, 'steak');
    const note = 'medium instead of rare';
    await house.run((tx) => dishes().change(tx, { orderId: id, lineId, staff }, { note }));
    await house.run((tx) => dishes().change(tx, { orderId: id, lineId, staff }, { note }));
    const [old, fresh] = (await house.ticket(id)).lines;
    expect(old).toMatchObject({ state: 'cancelled', withdrawal: { reason: note, before: 'started' } });
    expect(fresh).toMatchObject({ state: 'fired', note, replaces: old?.id });
    await acknowledge(id, 'grill', { answer: 'made', lineId: old?.id ?? '' });
    expect(again).toEqual([note]);
    expect(settled).toEqual([]);
    expect(await house.order(id)).toMatchObject({ state: 'in-kitchen', lines: [{ note, totalMinor: 2400 }, {}] });
    await house.cook(id, 'bump');
    await house.cook(id, 'bump', { stationId: 'cold' });
    expect((await house.order(id)).state).toBe('ready');
    expect((await house.types(id)).filter((type) => type === 'ticket.changed')).toHaveLength(1);
  });
});
