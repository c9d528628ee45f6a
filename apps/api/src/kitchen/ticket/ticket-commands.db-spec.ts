import { KitchenHouse } from '../../../test/kitchen-house.js';
import { OrderCommands, OrderForgetting } from '../../orders/index.js';
import { Boards } from '../boards/boards.js';
import { KeptBoards } from '../boards/kept-boards.js';
import { TicketHistory } from './ticket-history.js';

let house: KitchenHouse;
beforeAll(async () => (house = await KitchenHouse.open()));
afterAll(() => house.close());

const handOver = (id: string) =>
  house.run((tx) => house.app.get(OrderCommands).handOver(tx, { id, staff: KitchenHouse.cook }));
const boards = () => house.app.get(Boards);
const onBoard = async (id: string) =>
  (await boards().board('harbour')).tickets.filter(({ orderId }) => orderId === id).map(({ state }) => state);

describe('what the guest reads', () => {
  it('is that the order waits in the kitchen until a cook begins', async () => {
    const { id } = await house.place(['steak', 'salad']);
    expect(await house.order(id)).toMatchObject({ state: 'in-kitchen', cancellable: true });
    expect(await house.order(id)).not.toHaveProperty('cookingStartedAt');
    house.clock.pass(60);
    await house.cook(id, 'start-line', { stationId: 'cold', line: 0 });
    expect(await house.order(id)).toMatchObject({
      cookingStartedAt: new Date(house.clock.now()).toISOString(),
      cancellable: false,
    });
  });

  it('is no longer that cooking has begun when the only bump was a mistake', async () => {
    const { id } = await house.place(['steak']);
    await house.cook(id, 'bump');
    await house.cook(id, 'undo-bump');
    expect(await house.order(id)).not.toHaveProperty('cookingStartedAt');
    expect((await house.order(id)).state).toBe('in-kitchen');
  });
});

describe('a board that is kept', () => {
  const kept = async (stationId?: string) =>
    JSON.parse(await house.app.get(KeptBoards).board('harbour', stationId)) as object;

  it('is the one that would be read, after everything that happens to a ticket', async () => {
    const { id } = await house.place(['steak', 'salad'], { guest: { name: 'Noor' }, note: 'No "ice"' });
    const deeds = [
      () => Promise.resolve(),
      () => house.cook(id, 'start-line', { stationId: 'cold', line: 0 }),
      () => house.cook(id, 'bump'),
      () => house.cook(id, 'recall'),
      () => house.place(['steak', 'beer']),
      () => house.run((tx) => house.app.get(OrderForgetting).forget(tx, [id], 'Ada')),
      () => house.cook(id, 'bump', { stationId: 'cold' }),
      () => house.cook(id, 'bump'),
      () => handOver(id),
    ];
    for (const deed of deeds) {
      await deed();
      for (const stationId of [undefined, 'grill']) {
        const read = await boards().board('harbour', stationId);
        expect([await kept(stationId), await kept(stationId)]).toEqual([read, read]);
      }
    }
  });

  it('tells the time anew', async () => {
    await kept();
    house.clock.pass(5);
    expect(await kept()).toMatchObject({ at: new Date(house.clock.now()).toISOString() });
  });
});

describe('an allergy', () => {
  it('of somebody at the table stands on every ticket and must be read before the start', async () => {
    const { id } = await house.place(['steak', 'beer'], { allergies: ['nuts'] });
    const ticket = await house.ticket(id);
    expect(ticket).toMatchObject({ allergies: ['nuts'], awaits: ['allergy'] });
    for (const command of ['start', 'bump'] as const) {
      await expect(house.cook(id, command)).rejects.toMatchObject({ code: 'allergy_unacknowledged' });
    }
    for (const command of ['start-line', 'finish-line'] as const) {
      await expect(house.cook(id, command, { line: 0 })).rejects.toMatchObject({ code: 'allergy_unacknowledged' });
    }
    const read = await house.cook(id, 'acknowledge-allergy');
    expect(read).toMatchObject({ awaits: [], allergyAcknowledged: { by: 'Ada' } });
    expect((await house.cook(id, 'start')).state).toBe('started');
    await expect(house.cook(id, 'start', { stationId: 'bar' })).rejects.toMatchObject({
      code: 'allergy_unacknowledged',
    });
    const told = (await house.events(id)).find(({ type }) => type === 'ticket.allergy-acknowledged');
    expect(told).toMatchObject({ actor: 'Ada' });
  });

  it('of the guest of one dish is read at the stations of that dish', async () => {
    const { id } = await house.place([{ itemId: 'salad', quantity: 1, allergies: ['fish'] }, 'steak']);
    expect((await house.ticket(id, 'cold')).awaits).toEqual(['allergy']);
    expect((await house.ticket(id, 'grill')).awaits).toEqual([]);
    expect((await house.order(id)).lines[0]).toMatchObject({ allergies: ['fish'] });
  });

  it('keeps a dish that contains it from being ordered for that guest', async () => {
    const placing = house.place(['salad', { itemId: 'cake', quantity: 1, allergies: ['fish', 'nuts'] }]);
    await expect(placing).rejects.toMatchObject({
      code: 'invalid_basket',
      items: [{ pointer: '/lines/1/allergies', code: 'contains_allergen', resource: 'cake' }],
    });
  });

  it('that nobody has declared needs no acknowledgement', async () => {
    const { id } = await house.place(['steak']);
    await expect(house.cook(id, 'acknowledge-allergy')).rejects.toMatchObject({ code: 'invalid_transition' });
  });
});

describe('a ticket', () => {
  it('is done line by line; the last one takes it off the board', async () => {
    const { id } = await house.place(['salad', 'cake']);
    const first = await house.cook(id, 'finish-line', { stationId: 'cold', line: 0 });
    expect(first.lines.map(({ state }) => state)).toEqual(['ready', 'fired']);
    const back = await house.cook(id, 'reopen-line', { stationId: 'cold', line: 0 });
    expect(back.lines.map(({ state }) => state)).toEqual(['started', 'fired']);
    await house.cook(id, 'finish-line', { stationId: 'cold', line: 0 });
    expect((await house.cook(id, 'finish-line', { stationId: 'cold', line: 1 })).state).toBe('ready');
    expect(await onBoard(id)).toEqual([]);
    const types = (await house.types(id)).filter((type) => type.startsWith('ticket'));
    expect(types).toEqual([
      'ticket.fired',
      'ticket-line.ready',
      'ticket-line.reopened',
      'ticket-line.ready',
      'ticket.ready',
    ]);
  });

  it('is after the undo of a bump as it was before it', async () => {
    const { id } = await house.place(['salad', 'cake']);
    const before = await house.cook(id, 'start-line', { stationId: 'cold', line: 1 });
    house.clock.pass(5);
    await house.cook(id, 'bump', { stationId: 'cold' });
    house.clock.pass(20);
    const after = await house.cook(id, 'undo-bump', { stationId: 'cold' });
    expect(after).toEqual({ ...before, version: before.version + 2 });
    expect(await house.types(id)).toEqual(expect.arrayContaining(['order.ready', 'ticket.bump-undone']));
  });

  it('that was bumped too long ago is recalled, not undone', async () => {
    const { id } = await house.place(['steak']);
    await house.cook(id, 'bump');
    house.clock.pass(31);
    await expect(house.cook(id, 'undo-bump')).rejects.toMatchObject({ code: 'invalid_transition' });
    expect((await house.cook(id, 'recall')).state).toBe('started');
  });

  it('is recalled two hours after it was handed over; its clock is unbroken and both bumps stay in the log', async () => {
    const { id } = await house.place(['steak']);
    const fired = await house.ticket(id);
    await house.cook(id, 'bump');
    await handOver(id);
    house.clock.pass(7200);
    const recallable = await boards().recallable('harbour');
    expect(recallable.tickets.map(({ orderId }) => orderId)).toContain(id);
    const recalled = await house.cook(id, 'recall');
    expect(recalled).toMatchObject({
      state: 'started',
      recalled: true,
      firedAt: fired.firedAt,
      startAt: fired.startAt,
    });
    expect(await onBoard(id)).toEqual(['started']);
    expect((await boards().expo('harbour')).orders.map(({ orderId }) => orderId)).toContain(id);
    await house.cook(id, 'bump');
    await house.cook(id, 'hand-over');
    const log = await house.app.get(TicketHistory).of(KitchenHouse.cook, fired.id);
    expect(log.map(({ type }) => type)).toEqual([
      'ticket.fired',
      'ticket.ready',
      'ticket.handed-over',
      'ticket.recalled',
      'ticket.ready',
      'ticket.handed-over',
    ]);
    expect((await house.order(id)).state).toBe('completed');
  });

  it('is found among the tickets of the day by its number, whatever became of it', async () => {
    const order = await house.place(['steak', 'beer']);
    const page = await boards().ofDay('harbour', { number: order.number, limit: 1 });
    expect(page).toMatchObject({ hasMore: true, data: [{ orderId: order.id }] });
    const rest = await boards().ofDay('harbour', { number: order.number, limit: 1, before: page.nextCursor ?? '' });
    expect(rest).toMatchObject({ hasMore: false, data: [{ orderId: order.id }] });
    expect((await boards().ofDay('harbour', { stationId: 'bar', businessDate: '2020-01-01', limit: 9 })).data).toEqual(
      [],
    );
  });
});

describe('what is ready', () => {
  it('is not what the guest has: outstanding counts down with each hand-over, the last one completes the order', async () => {
    const { id } = await house.place([{ itemId: 'steak', quantity: 3 }, 'salad', 'beer']);
    for (const stationId of ['grill', 'cold', 'bar']) await house.cook(id, 'bump', { stationId });
    await house.cook(id, 'hand-over-line', { stationId: 'grill', line: 0 });
    const [order] = (await boards().expo('harbour')).orders.filter(({ orderId }) => orderId === id);
    expect(order?.counts).toEqual({ held: 0, cooking: 0, ready: 2, handed: 3, outstanding: 2 });
    expect((await house.order(id)).state).toBe('ready');
    await house.cook(id, 'hand-over', { stationId: 'cold' });
    await house.cook(id, 'hand-over', { stationId: 'bar' });
    expect(await house.order(id)).toMatchObject({ state: 'completed' });
    expect((await house.types(id)).slice(-2)).toEqual(['ticket.handed-over', 'order.completed']);
  });
});
