import type { TicketView } from '@comanda/shared';
import { KitchenHouse } from '../../../test/kitchen-house.js';
import { OrderHooks } from '../../orders/index.js';
import type { RefiredTurn } from '../../orders/index.js';
import { AllDay } from '../boards/all-day.js';
import { KitchenTimes } from '../boards/kitchen-times.js';
import { Coursing } from './coursing.js';
import { Refiring } from './refiring.js';

const MINUTE = 60_000;
let house: KitchenHouse;
beforeEach(async () => (house = await KitchenHouse.open()));
afterEach(() => house.close());

const staff = KitchenHouse.cook;
const fireCourse = (orderId: string, course: number) =>
  house.run((tx) => house.app.get(Coursing).fire(tx, { orderId, staff }, course));
const setRush = (orderId: string, wanted: 'rush' | 'calm') =>
  house.run((tx) => house.app.get(Coursing).setRush(tx, { orderId, staff }, wanted));
const minutesOf = (instant: string | undefined, from: number) => (Date.parse(instant ?? '') - from) / MINUTE;

async function refire(orderId: string, stationId: string, quantity?: number): Promise<TicketView> {
  const { id, lines } = await house.ticket(orderId, stationId);
  const request = { reason: 'Dropped', ...(quantity === undefined ? {} : { quantity }) };
  const target = { id, staff, lineId: lines[0]?.id ?? '', request };
  return house.run((tx) => house.app.get(Refiring).refire(tx, orderId, target));
}

describe('dishes that are fired together', () => {
  it('finish together: beside a steak of 12 minutes the salad appears 9 minutes later', async () => {
    const now = house.clock.now();
    const { id } = await house.place(['steak', 'salad', 'beer']);
    const [grill, cold, bar] = [
      await house.ticket(id, 'grill'),
      await house.ticket(id, 'cold'),
      await house.ticket(id, 'bar'),
    ];
    expect([grill, cold, bar].map(({ startAt }) => minutesOf(startAt, now))).toEqual([0, 9, 0]);
    expect([grill, cold, bar].map(({ dueAt }) => minutesOf(dueAt, now))).toEqual([12, 12, 3]);
    expect(cold.lines[0]).toMatchObject({ prepSeconds: 180, startAt: cold.startAt, dueAt: cold.dueAt });
  });

  it('all start at once in a rush, and every station sees it', async () => {
    const { id } = await house.place(['steak', 'salad']);
    house.clock.pass(60);
    await setRush(id, 'rush');
    await setRush(id, 'rush');
    const cold = await house.ticket(id, 'cold');
    expect(cold).toMatchObject({ rush: true, startAt: new Date(house.clock.now()).toISOString() });
    expect(minutesOf(cold.dueAt, house.clock.now())).toBe(3);
    await setRush(id, 'calm');
    expect((await house.ticket(id, 'cold')).rush).toBe(false);
    expect((await house.types(id)).filter((type) => type === 'ticket.rushed')).toHaveLength(4);
  });
});

describe('courses', () => {
  const inCourses = () =>
    house.place([
      { itemId: 'salad', quantity: 1 },
      { itemId: 'steak', quantity: 2, course: 2 },
      { itemId: 'cake', quantity: 2, course: 2 },
    ]);

  it('later than the first are held, and a station with nothing else has a ticket on hold', async () => {
    const { id } = await inCourses();
    expect((await house.ticket(id, 'grill')).state).toBe('held');
    await expect(house.cook(id, 'start', { stationId: 'grill' })).rejects.toMatchObject({ code: 'invalid_transition' });
    await house.cook(id, 'bump', { stationId: 'cold' });
    expect((await house.ticket(id, 'cold')).state).toBe('held');
    expect(await house.order(id)).toMatchObject({ state: 'in-kitchen' });
    expect((await house.order(id)).lines.map(({ kitchenState }) => kitchenState)).toEqual(['ready', 'held', 'held']);
  });

  it('are fired by the pass, once, and each of their dishes starts so that they finish together', async () => {
    const { id } = await inCourses();
    const { startAt } = await house.ticket(id, 'cold');
    house.clock.pass(600);
    await fireCourse(id, 2);
    await fireCourse(id, 2);
    const [grill, cold] = [await house.ticket(id, 'grill'), await house.ticket(id, 'cold')];
    expect(grill.lines.map((line) => minutesOf(line.startAt, house.clock.now()))).toEqual([0]);
    expect(cold.lines.map((line) => minutesOf(line.startAt, house.clock.now()))).toEqual([-10, 11]);
    expect(cold.startAt).toBe(startAt);
    expect((await house.types(id)).filter((type) => type === 'ticket.course-fired')).toHaveLength(2);
    await expect(fireCourse(id, 7)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are counted apart in what is to be made in all', async () => {
    await inCourses();
    const out = (optionId: string) => [{ groupId: 'out', optionId }];
    await house.place([
      { itemId: 'steak', quantity: 3, options: out('no-butter') },
      { itemId: 'steak', quantity: 1 },
    ]);
    const { counts } = await house.app.get(AllDay).counts('harbour', 'grill');
    expect(counts).toEqual([
      {
        stationId: 'grill',
        itemId: 'steak',
        name: 'steak',
        quantity: 4,
        held: 2,
        modifiers: [{ kind: 'removal', name: 'butter', quantity: 3 }],
      },
    ]);
  });
});

describe('a dish that went wrong', () => {
  it('is made again as a line of its own that says which and why, and the order is cooked again', async () => {
    const refired: RefiredTurn[] = [];
    house.app.get(OrderHooks).on('refired', (_, turn) => void refired.push(turn));
    const { id } = await house.place([{ itemId: 'steak', quantity: 3 }]);
    await house.cook(id, 'bump');
    house.clock.pass(300);
    const [failed, again] = (await refire(id, 'grill', 1)).lines;
    expect(failed).toMatchObject({ state: 'ready', quantity: 3 });
    expect(again).toMatchObject({ state: 'fired', quantity: 1, refire: { lineId: failed?.id, reason: 'Dropped' } });
    expect(minutesOf(again?.dueAt, house.clock.now())).toBe(12);
    expect(await house.order(id)).toMatchObject({ state: 'in-kitchen', lines: [{ kitchenState: 'fired' }] });
    expect(refired).toMatchObject([{ quantity: 1, reason: 'Dropped', lines: [{ itemId: 'steak' }] }]);
    await house.cook(id, 'bump');
    expect((await house.order(id)).state).toBe('ready');
    const [times] = await house.app.get(KitchenTimes).between('harbour', '2000-01-01', '9999-01-01');
    expect(times).toMatchObject({ itemId: 'steak', lines: 2, units: 4, refired: 1, late: 0 });
  });

  it('must have been begun, and there are no more of it than there were', async () => {
    const { id } = await house.place(['steak']);
    await expect(refire(id, 'grill')).rejects.toMatchObject({ code: 'invalid_transition' });
    await house.cook(id, 'start');
    await expect(refire(id, 'grill', 2)).rejects.toMatchObject({
      code: 'invalid_request',
      items: [{ pointer: '/quantity', code: 'too_large', limit: 1 }],
    });
  });
});
