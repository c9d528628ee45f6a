import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase } from '../../test/test-database.js';
import { LocationEntity } from '../locations/location.entity.js';
import { ClockModule } from '../platform/clock/index.js';
import { DatabaseModule, Transactions } from '../platform/database/index.js';
import { EventReader, EventsModule } from '../platform/events/index.js';
import { SCHEMA } from '../schema.js';
import { emptyMenu } from './menu-document.js';
import { AvailabilityStore, MenuEditing, MenuImport, MenuModule, MenuStore, PortionTaking, Shelf } from './index.js';

const LOCATION = 'harbour';
const DISH = { kind: 'item', id: 'soup' } as const;
const FOREIGN = {
  lang: 'en',
  currency: 'EUR',
  categories: [{ id: 's', name: 'Soups', items: [{ id: 'soup', name: 'Soup', variants: [{ id: 'v', price: 650 }] }] }],
};

let app: TestingModule;
let close: () => Promise<void>;

beforeEach(async () => {
  const opened = await openTestDatabase();
  close = () => opened.close();
  app = await Test.createTestingModule({
    imports: [DatabaseModule.register(opened.settings, SCHEMA), ClockModule, EventsModule, MenuModule],
  }).compile();
  await app.init();
  await app.get(Transactions).run((tx) => tx.manager.insert(LocationEntity, aLocation()));
});

afterEach(async () => {
  await app.close();
  await close();
});

function aLocation(): LocationEntity {
  return Object.assign(new LocationEntity(), {
    id: LOCATION,
    name: 'Harbour',
    description: null,
    phone: null,
    address: null,
    timezone: 'Europe/Berlin',
    currency: 'EUR',
    languages: ['en'],
    defaultLanguage: 'en',
    fulfilmentTypes: ['dine-in'],
    taxInclusive: true,
    openingHours: [],
    businessDayCutoffMinute: 240,
    autoAccept: true,
    pacing: true,
    orderingPaused: false,
    orderingPausedUntil: null,
    seedColour: '#b5361c',
    tipPercents: [],
    cutlery: null,
    readyMinutes: { from: 15, until: 25 },
    version: 0,
  });
}

const order = (quantity: number): Promise<void> =>
  app.get(Transactions).run(async (tx) => {
    const taking = app.get(PortionTaking);
    await tx.send([taking.lockVersions([LOCATION])]);
    const shelf = new Shelf(await app.get(AvailabilityStore).current(LOCATION, tx.manager));
    shelf.take([{ ...DISH, quantity }]);
    taking.record(tx, LOCATION, shelf);
  });

const countDown = (remaining: number): Promise<void> =>
  app.get(Transactions).run((tx) => app.get(AvailabilityStore).setCountdown(tx, LOCATION, DISH, remaining, 'Ana'));

const importSoup = (): ReturnType<MenuImport['import']> =>
  app.get(MenuImport).import(LOCATION, FOREIGN, { mode: 'merge', dryRun: false, by: 'Ana' });

describe('the menu of a location', () => {
  it('publishes an import once, and the same menu again not at all', async () => {
    expect(await importSoup()).toMatchObject({ revision: 1, changed: true, counts: { items: { created: 1 } } });
    expect(await importSoup()).toMatchObject({ revision: 1, changed: false, counts: { items: { unchanged: 1 } } });
    expect((await app.get(EventReader).listAfter(LOCATION, 0, 10)).map(({ type }) => type)).toEqual(['menu.published']);
  });

  it('restores an older menu as a new revision', async () => {
    await importSoup();
    const empty = emptyMenu('EUR', 'en', ['en']);
    await app.get(MenuEditing).edit(LOCATION, { change: () => empty, cause: 'edit', summary: 'Emptied', by: 'Ana' });
    await app.get(MenuEditing).restore(LOCATION, 1, 'Ana');
    const current = await app.get(MenuStore).current(LOCATION);
    expect([current.number, current.index.items.has('soup')]).toEqual([3, true]);
  });

  it('refuses a sixth portion when five are left', async () => {
    await countDown(5);
    await expect(order(6)).rejects.toMatchObject({ code: 'out_of_stock' });
    await order(5);
    const { suspensions, countdowns } = await app.get(AvailabilityStore).current(LOCATION);
    expect(countdowns).toMatchObject([{ remaining: 0 }]);
    expect(suspensions).toMatchObject([{ targetId: 'soup', cause: 'countdown' }]);
  });

  it('sells the last portion once to two guests at the same moment', async () => {
    await countDown(1);
    const outcomes = await Promise.allSettled([order(1), order(1)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('a release lifts the countdown, never a person', async () => {
    const availability = app.get(AvailabilityStore);
    await countDown(1);
    await order(1);
    await app.get(Transactions).run(async (tx) => {
      await availability.suspend(tx, LOCATION, DISH, {}, 'Ana');
      await availability.release(tx, LOCATION, [{ ...DISH, quantity: 1 }]);
    });
    expect((await availability.current(LOCATION)).suspensions.map(({ cause }) => cause)).toEqual(['manual']);
  });
});
