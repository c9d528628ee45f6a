import type { BasketLine, EventType, EventView, PlacedOrderView, PlaceOrderRequest, TicketView } from '@comanda/shared';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { KitchenModule, TicketCommands } from '../src/kitchen/index.js';
import type { CookTarget } from '../src/kitchen/index.js';
import { TicketRepository } from '../src/kitchen/ticket/ticket.repository.js';
import { toTicketView } from '../src/kitchen/ticket/ticket.view.js';
import { LocationSetup } from '../src/locations/index.js';
import { MenuImport, MenuModule } from '../src/menu/index.js';
import { OrderReading, OrdersModule, PlacingLane } from '../src/orders/index.js';
import { Clock, ClockModule } from '../src/platform/clock/index.js';
import { DatabaseModule, Transactions } from '../src/platform/database/index.js';
import type { Tx } from '../src/platform/database/index.js';
import { EventReader, EventsModule } from '../src/platform/events/index.js';
import { GUEST, HttpModule } from '../src/platform/http/index.js';
import type { Staff } from '../src/platform/http/index.js';
import { LiveModule } from '../src/platform/live/index.js';
import { SCHEMA } from '../src/schema.js';
import { openTestDatabase } from './test-database.js';

/** The time stands still until a test moves it on. */
const DAY_MS = 86_400_000;

/** Stands at noon (UTC): hours can pass within the same business day. */
class HandClock extends Clock {
  #now = Math.floor(Date.now() / DAY_MS) * DAY_MS + DAY_MS / 2;

  override now(): number {
    return this.#now;
  }

  pass(seconds: number): void {
    this.#now += seconds * 1000;
  }
}

export const LOCATION = 'harbour';

const item = (id: string, price: number, stationId: string, prepSeconds: number | null, more: object = {}) => ({
  id,
  name: { en: id },
  variants: [{ id: `${id}-v`, priceMinor: price }],
  modifierGroupIds: [],
  taxClass: 'standard',
  stationId,
  ...(prepSeconds === null ? {} : { prepSeconds }),
  ...more,
});

/** A steak takes 12 minutes, a salad 3; a beer has no prep time. */
const MENU = {
  format: 'comanda-menu/1',
  currency: 'EUR',
  defaultLanguage: 'en',
  languages: ['en'],
  sections: [{ id: 'all', name: { en: 'All' }, itemIds: ['steak', 'salad', 'beer', 'cake'] }],
  items: [
    item('steak', 2400, 'grill', 720, { modifierGroupIds: ['out'], allergens: ['milk'] }),
    item('salad', 900, 'cold', 180, { allergens: [] }),
    item('beer', 500, 'bar', null),
    item('cake', 700, 'cold', 60, { allergens: ['nuts'] }),
  ],
  modifierGroups: [
    {
      id: 'out',
      name: { en: 'Leave out' },
      kind: 'removal',
      min: 0,
      freeCount: 0,
      priceRule: 'sum',
      options: [
        { id: 'no-butter', name: { en: 'butter' }, priceMinor: 0 },
        { id: 'no-salt', name: { en: 'salt' }, priceMinor: 0 },
      ],
    },
  ],
};

const STATIONS = [
  { id: 'grill', name: 'Grill', isDefault: true, dueSoonSeconds: 480, lateSeconds: 720 },
  { id: 'cold', name: 'Cold', dueSoonSeconds: 240, lateSeconds: 300 },
  { id: 'bar', name: 'Bar', dueSoonSeconds: 120, lateSeconds: 180 },
];

type Dish = 'steak' | 'salad' | 'beer' | 'cake';

/** A restaurant with three stations, for tests of the kitchen below HTTP. */
export class KitchenHouse {
  #keys = 0;

  private constructor(
    readonly app: TestingModule,
    readonly clock: HandClock,
    readonly close: () => Promise<void>,
  ) {}

  static readonly cook: Staff = { kind: 'staff', id: 'cook', name: 'Ada', role: 'kitchen', locationId: LOCATION };

  static async open(): Promise<KitchenHouse> {
    const opened = await openTestDatabase();
    const clock = new HandClock();
    const database = DatabaseModule.register(opened.settings, SCHEMA);
    const platform = [database, ClockModule, EventsModule, HttpModule, LiveModule];
    const app = await Test.createTestingModule({ imports: [...platform, MenuModule, OrdersModule, KitchenModule] })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    await app.init();
    const house = new KitchenHouse(app, clock, async () => {
      await app.close();
      await opened.close();
    });
    await house.#setUp();
    return house;
  }

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.app.get(Transactions).run(work);
  }

  async place(lines: readonly (Dish | BasketLine)[], more: Partial<PlaceOrderRequest> = {}): Promise<PlacedOrderView> {
    const request = { fulfilment: { type: 'pickup' as const }, lines: lines.map(toLine), ...more };
    const keyed = { scope: 'guest', key: String(++this.#keys), fingerprint: '' };
    const wish = { actor: GUEST, locationId: LOCATION, request, keyed };
    const answer = await this.app.get(PlacingLane).place(wish);
    if (answer.status !== 201) throw Object.assign(new Error('refused'), { answer: answer.body });
    return answer.body as PlacedOrderView;
  }

  async tickets(orderId: string): Promise<TicketView[]> {
    return (await this.app.get(TicketRepository).listOfOrders([orderId])).map(toTicketView);
  }

  async ticket(orderId: string, stationId = 'grill'): Promise<TicketView> {
    const found = (await this.tickets(orderId)).find((ticket) => ticket.stationId === stationId);
    if (!found) throw new Error(`The order has no ticket at ${stationId}.`);
    return found;
  }

  /** At one station of an order. */
  async cook(
    orderId: string,
    command: CookTarget['command'],
    { stationId = 'grill', line }: { stationId?: string; line?: number } = {},
  ): Promise<TicketView> {
    const { id, lines } = await this.ticket(orderId, stationId);
    const lineId = line === undefined ? undefined : lines[line]?.id;
    const target = { id, staff: KitchenHouse.cook, command, ...(lineId === undefined ? {} : { lineId }) };
    return this.run((tx) => this.app.get(TicketCommands).command(tx, orderId, target));
  }

  order(id: string) {
    return this.app.get(OrderReading).forStaff(LOCATION, id);
  }

  events(orderId: string): Promise<EventView[]> {
    return this.app.get(EventReader).listOfSubject('order', orderId);
  }

  async types(orderId: string): Promise<EventType[]> {
    return (await this.events(orderId)).map(({ type }) => type);
  }

  async #setUp(): Promise<void> {
    const setup = this.app.get(LocationSetup);
    const plan = setup.plan(LOCATION, {
      name: 'Harbour',
      timezone: 'Europe/Berlin',
      currency: 'EUR',
      defaultLanguage: 'en',
      stations: STATIONS,
      admin: { name: 'Ada', email: 'ada@harbour.example', password: 'a long sentence' },
    });
    await this.run((tx) => setup.create(tx, plan));
    await this.app.get(MenuImport).import(LOCATION, MENU, { mode: 'merge', dryRun: false, by: 'Ada' });
  }
}

function toLine(line: Dish | BasketLine): BasketLine {
  return typeof line === 'string' ? { itemId: line, quantity: 1 } : line;
}
