import type { PlacedOrderView, TicketCommand } from '@comanda/shared';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase } from '../../test/test-database.js';
import { LocationSetup } from '../locations/index.js';
import { AvailabilityStore, MenuImport, MenuModule } from '../menu/index.js';
import { OrderCommands, OrdersModule, PlacingLane } from '../orders/index.js';
import { OrderEntity } from '../orders/order.entity.js';
import { ClockModule } from '../platform/clock/index.js';
import { Database, DatabaseModule, Transactions } from '../platform/database/index.js';
import { EventReader, EventsModule } from '../platform/events/index.js';
import { GUEST, HttpModule } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { LiveModule } from '../platform/live/index.js';
import { SCHEMA } from '../schema.js';
import { KitchenModule, TicketCommands } from './index.js';
import { TicketEntity } from './ticket/ticket.entity.js';

const LOCATION = 'harbour';
const COOK: Staff = { kind: 'staff', id: 'cook', name: 'Ada', role: 'kitchen', locationId: LOCATION };
const MENU = {
  lang: 'en',
  currency: 'EUR',
  categories: [{ id: 's', name: 'Soups', items: [{ id: 'soup', name: 'Soup', variants: [{ id: 'v', price: 650 }] }] }],
};
const basket = (quantity = 1) => ({ fulfilment: { type: 'pickup' as const }, lines: [{ itemId: 'soup', quantity }] });

let app: TestingModule;
let close: () => Promise<void>;

beforeEach(async () => {
  const opened = await openTestDatabase();
  close = () => opened.close();
  const database = DatabaseModule.register(opened.settings, SCHEMA);
  const imports = [
    database,
    ClockModule,
    EventsModule,
    HttpModule,
    LiveModule,
    MenuModule,
    OrdersModule,
    KitchenModule,
  ];
  app = await Test.createTestingModule({ imports }).compile();
  await app.init();
  await run((tx) => app.get(LocationSetup).create(tx, { location, stations: [], tables: [], taxRules: [] }));
  await app.get(MenuImport).import(LOCATION, MENU, { mode: 'merge', dryRun: false, by: 'Ada' });
});

afterEach(async () => {
  await app.close();
  await close();
});

const location = {
  id: LOCATION,
  name: 'Harbour',
  description: null,
  phone: null,
  address: null,
  timezone: 'Europe/Berlin',
  currency: 'EUR',
  languages: ['en'],
  defaultLanguage: 'en',
  fulfilmentTypes: ['pickup' as const],
  taxInclusive: true,
  openingHours: [{ days: [1, 2, 3, 4, 5, 6, 7] as const, fromMinute: 0, toMinute: 1440 }],
  businessDayCutoffMinute: 240,
  autoAccept: true,
  pacing: true,
  orderingPaused: false,
  orderingPausedUntil: null,
  seedColour: '#b5361c',
  tipPercents: [],
  cutlery: null,
  readyMinutes: { from: 15, until: 25 },
  slots: null,
  deliveryZones: null,
  version: 0,
};

const run: Transactions['run'] = (work) => app.get(Transactions).run(work);
let keys = 0;
async function place(quantity?: number): Promise<{ order: PlacedOrderView }> {
  const keyed = { scope: 'guest', key: String(++keys), fingerprint: '' };
  const wish = { actor: GUEST, locationId: LOCATION, request: basket(quantity), keyed };
  const answer = await app.get(PlacingLane).place(wish);
  if (answer.status !== 201) throw new Error('The order was refused.');
  return { order: answer.body as PlacedOrderView };
}
const stateOf = async (id: string) => (await app.get(Database).reader.findOneByOrFail(OrderEntity, { id })).state;
const typesOf = async (id: string) => (await app.get(EventReader).listOfSubject('order', id)).map(({ type }) => type);

async function cook(orderId: string, command: Extract<TicketCommand, 'start' | 'bump' | 'recall'>) {
  const { id } = await app.get(Database).reader.findOneByOrFail(TicketEntity, { orderId });
  return run((tx) => app.get(TicketCommands).command(tx, orderId, { id, staff: COOK, command }));
}

describe('an order in the kitchen', () => {
  it('goes from the guest to the cook and over the counter, one event for each fact', async () => {
    const { order } = await place();
    await cook(order.id, 'start');
    await cook(order.id, 'bump');
    expect(await stateOf(order.id)).toBe('ready');
    await run((tx) => app.get(OrderCommands).handOver(tx, { id: order.id, staff: COOK }));
    expect(await stateOf(order.id)).toBe('completed');
    expect(await typesOf(order.id)).toEqual([
      'order.placed',
      'order.accepted',
      'order.fired',
      'ticket.fired',
      'ticket.started',
      'ticket.ready',
      'order.ready',
      'order.completed',
      'ticket.handed-over',
    ]);
  });

  it('is bumped once when two cooks bump it at once', async () => {
    const { order } = await place();
    const tickets = await Promise.all([cook(order.id, 'bump'), cook(order.id, 'bump')]);
    expect(tickets.map(({ state }) => state)).toEqual(['ready', 'ready']);
    expect((await typesOf(order.id)).filter((type) => type === 'ticket.ready')).toHaveLength(1);
  });

  it('cooks again after a recall', async () => {
    const { order } = await place();
    await cook(order.id, 'bump');
    expect((await cook(order.id, 'recall')).recalled).toBe(true);
    expect(await stateOf(order.id)).toBe('in-kitchen');
  });

  it('cannot be cancelled by the guest once a cook has started', async () => {
    const { order } = await place();
    await cook(order.id, 'start');
    const cancelling = run((tx) => app.get(OrderCommands).cancelAsGuest(tx, order.id, 'late'));
    await expect(cancelling).rejects.toMatchObject({ code: 'invalid_transition' });
  });
});

it('sells exactly the portions that are left', async () => {
  await run((tx) => app.get(AvailabilityStore).setCountdown(tx, LOCATION, { kind: 'item', id: 'soup' }, 5, 'Ada'));
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => place()));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});
