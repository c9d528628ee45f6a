import type {
  BoardView,
  EventView,
  KitchenDeviceView,
  Page,
  PairingCodeView,
  Problem,
  SessionView,
  StationView,
} from '@comanda/shared';
import { SCREEN_SILENT_SECONDS } from '@comanda/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { KitchenDeviceEntity } from '../src/accounts/devices/kitchen-device.entity.js';
import { ScreenBeats } from '../src/accounts/devices/screen-beats.js';
import { Clock } from '../src/platform/clock/index.js';
import { Database } from '../src/platform/database/index.js';
import { EventReader } from '../src/platform/events/index.js';
import { Demo } from '../src/demo/index.js';
import { openOffice } from './office.js';
import type { Office } from './office.js';
import { startTestApp } from './test-app.js';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

type Headers = Readonly<Record<string, string>>;

let office: Office;
let stations: StationView[];
beforeAll(async () => {
  office = await openOffice('manager');
  stations = await office.read<StationView[]>('stations');
});
afterAll(() => office.close());

async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, headers: Headers = {}, body?: object) {
  const payload = body === undefined ? {} : { payload: body };
  const answer = await office.app.inject({ method, url: `/api/v1/${path}`, headers, ...payload });
  return { status: answer.statusCode, cookies: answer.cookies, body: (answer.body ? answer.json() : {}) as T };
}

const devices = () => `locations/${office.locationId}/kitchen-devices`;
const list = async () => (await call<KitchenDeviceView[]>('GET', devices(), office.headers)).body;

/** A screen that nobody has logged in. */
async function aScreen() {
  const { status, body, cookies } = await call<PairingCodeView>('POST', 'session/device', {}, { screen: 'kitchen' });
  expect(status).toBe(201);
  return {
    code: body.code,
    expiresAt: body.expiresAt,
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  };
}

const typeIn = (code: string, wish: object = {}) =>
  call<KitchenDeviceView & Problem>('POST', devices(), office.headers, { code, name: 'Left screen', ...wish });

async function pairedScreen(wish: object = {}) {
  const { code, cookie } = await aScreen();
  const device = await typeIn(code, wish);
  expect(device.status).toBe(201);
  const { status, body } = await call<SessionView>('GET', 'session', { cookie });
  const headers = { cookie, 'x-csrf-token': body.csrfToken, 'if-match': '*' };
  return { status, session: body, device: device.body, headers };
}

/** Of which tickets the feed tells somebody; a station's screen is told nothing of orders. */
async function ticketsHeard(headers: Headers): Promise<(string | undefined)[]> {
  const path = `locations/${office.locationId}/events?limit=100`;
  const { data } = (
    await call<Page<EventView & { data: { ticket?: { id: string }; order?: object } }>>('GET', path, headers)
  ).body;
  expect(data.map(({ position }) => position)).toEqual(data.map((_, at) => at + 1));
  if (headers !== office.headers) expect(data.filter(({ data: told }) => told.order)).toEqual([]);
  return data.map(({ data: told }) => told.ticket?.id);
}

async function order(): Promise<string> {
  const lines = [{ itemId: 'bream', quantity: 1, options: [{ groupId: 'g-side', optionId: 'o-rice' }] }];
  const key = { 'idempotency-key': randomUUID() };
  const path = `locations/${office.locationId}/orders`;
  return (await call<{ id: string }>('POST', path, key, { fulfilment: { type: 'pickup' }, lines })).body.id;
}

/** A screen in the kitchen, from its code to the day when it is taken down. */
describe('a screen of the kitchen', () => {
  it('shows a code that opens nothing until the office types it in, and works once', async () => {
    const { code, expiresAt, cookie } = await aScreen();
    expect(code).toMatch(/^\d{6}$/);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(9 * 60_000);
    expect((await call('GET', 'session', { cookie })).status).toBe(401);
    const { status, body } = await typeIn(code, { name: ' Grill, left ' });
    expect([status, body.name]).toEqual([201, 'Grill, left']);
    expect((await call<SessionView>('GET', 'session', { cookie })).body.device).toEqual({
      id: body.id,
      name: 'Grill, left',
    });
    const again = await typeIn(code);
    expect([again.status, again.body.errors]).toMatchObject([422, [{ pointer: '/code', code: 'unknown_code' }]]);
  });

  it('is not paired with a station that is none, and its code stays good', async () => {
    const { code } = await aScreen();
    const refused = await typeIn(code, { stationId: 'nothing' });
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ pointer: '/stationId', code: 'unknown_station', actual: 'nothing' }],
    ]);
    expect((await typeIn(code)).status).toBe(201);
  });

  it('belongs to its station', async () => {
    const orderId = await order();
    const ticket = (await office.read<BoardView>('board')).tickets.find((each) => each.orderId === orderId);
    const other = stations.find(({ id }) => id !== ticket?.stationId)?.id;
    const screen = await pairedScreen({ stationId: ticket?.stationId });
    const stranger = await pairedScreen({ stationId: other });
    expect(screen).toMatchObject({ status: 200, session: { device: { stationId: ticket?.stationId } } });
    const board = `locations/${office.locationId}/board?stationId=${ticket?.stationId ?? ''}`;
    expect((await call<BoardView>('GET', board, screen.headers)).body.tickets.map(({ id }) => id)).toContain(
      ticket?.id,
    );
    expect((await call<BoardView>('GET', board, stranger.headers)).body.tickets).toEqual([]);
    const start = `tickets/${ticket?.id ?? ''}/start`;
    expect((await call('POST', start, stranger.headers, {})).status).toBe(404);
    expect((await call('POST', start, screen.headers, {})).status).toBe(200);
    expect((await call('PUT', `orders/${orderId}/rush`, screen.headers, {})).status).toBe(403);
    expect((await call('GET', devices(), screen.headers)).status).toBe(403);
    expect(screen.session.permissions).toContain('kitchen.cook');
    expect(await ticketsHeard(screen.headers)).toContain(ticket?.id);
    expect(await ticketsHeard(stranger.headers)).not.toContain(ticket?.id);
    expect(await ticketsHeard(office.headers)).toContain(ticket?.id);
  });

  it('at the pass sees all stations and rushes orders', async () => {
    const orderId = await order();
    const { headers, session } = await pairedScreen();
    expect(session.device).not.toHaveProperty('stationId');
    expect((await call('PUT', `orders/${orderId}/rush`, headers, {})).status).toBe(200);
  });

  it('is shut out at once when it is unpaired', async () => {
    const { headers, device } = await pairedScreen();
    expect((await list()).map(({ id }) => id)).toContain(device.id);
    expect((await call('DELETE', `${devices()}/${device.id}`, office.headers)).status).toBe(204);
    expect((await call('GET', 'session', headers)).status).toBe(401);
    expect((await call('DELETE', `${devices()}/${device.id}`, office.headers)).status).toBe(404);
  });

  it('is not paired by a page of another site that sends a form', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await office.app.inject({ method: 'POST', url: '/api/v1/session/device', headers, payload: 'a=1' });
    expect([answer.statusCode, answer.cookies]).toEqual([415, []]);
  });
});

describe('a screen that falls silent', () => {
  const SECOND = 1000;
  const silentAfter = async (seconds: number) => {
    const now = Date.now() + seconds * SECOND;
    const clock = office.app.get(Clock);
    Object.assign(clock, { now: () => now });
    await Promise.all([office.app.get(ScreenBeats).look(), office.app.get(ScreenBeats).look()]);
    Object.assign(clock, { now: () => Date.now() });
  };
  const told = async (id: string) =>
    (await office.app.get(EventReader).listOfSubject('screen', id)).map(({ type, seq }) => [type, seq]);
  const beat = (headers: Headers) => call('POST', 'session/heartbeat', headers, { board: 'live' });

  it('is told once after fifteen seconds, and once when it is heard again; a beat alone writes nothing', async () => {
    const { headers, device } = await pairedScreen();
    await silentAfter(SCREEN_SILENT_SECONDS - 1);
    expect((await list()).find(({ id }) => id === device.id)).not.toHaveProperty('silentSince');
    await silentAfter(SCREEN_SILENT_SECONDS + 5);
    await silentAfter(SCREEN_SILENT_SECONDS + 6);
    const silent = (await list()).find(({ id }) => id === device.id);
    expect(silent?.silentSince).toBe(device.pairedAt);

    const seen = () => office.app.get(Database).reader.findOneByOrFail(KitchenDeviceEntity, { id: device.id });
    const before = await seen();
    expect((await beat(headers)).status).toBe(204);
    expect(await seen()).toEqual(before);
    await silentAfter(SCREEN_SILENT_SECONDS + 8);
    expect((await list()).find(({ id }) => id === device.id)).not.toHaveProperty('silentSince');
    expect(await told(device.id)).toEqual([
      ['screen.paired', 1],
      ['screen.silent', 2],
      ['screen.heard', 3],
    ]);
  });

  it('is missed too when a person has logged it in and left it open, until it is put away', async () => {
    const screen = { id: randomUUID(), name: 'Grill', stationId: 'grill' };
    const say = (board: 'live' | 'closed') => call('POST', 'session/heartbeat', office.headers, { board, screen });
    const known = async () => (await list()).find(({ id }) => id === screen.id);
    expect((await say('live')).status).toBe(204);
    await silentAfter(1);
    expect(await known()).toMatchObject({ name: 'Grill (Demo manager)', stationId: 'grill', loggedIn: true });
    await silentAfter(SCREEN_SILENT_SECONDS + 5);
    expect(await known()).toHaveProperty('silentSince');
    await say('live');
    await silentAfter(SCREEN_SILENT_SECONDS + 6);
    expect(await known()).not.toHaveProperty('silentSince');
    expect((await say('closed')).status).toBe(204);
    await say('live');
    await silentAfter(SCREEN_SILENT_SECONDS + 7);
    expect(await known()).toBeUndefined();
    expect(await told(screen.id)).toEqual([
      ['screen.opened', 1],
      ['screen.silent', 2],
      ['screen.heard', 3],
      ['screen.closed', 4],
    ]);
  });

  it('is forgotten by itself when nobody has looked for it for hours, and cannot speak for a paired one', async () => {
    const { device } = await pairedScreen();
    const screen = { id: randomUUID(), name: 'All stations' };
    const say = (id: string) =>
      call('POST', 'session/heartbeat', office.headers, { board: 'live', screen: { ...screen, id } });
    await say(screen.id);
    await silentAfter(1);
    await silentAfter(60);
    await say(device.id);
    await silentAfter(61);
    expect((await list()).find(({ id }) => id === device.id)).toMatchObject({
      name: 'Left screen',
      silentSince: device.pairedAt,
    });
    await silentAfter(5 * 3600);
    expect((await list()).map(({ id }) => id)).not.toContain(screen.id);
  });

  it('is not mistaken for a person at the kitchen page', async () => {
    const known = await list();
    expect((await beat(office.headers)).status).toBe(204);
    await silentAfter(1);
    expect((await list()).map(({ id }) => id)).toEqual(known.map(({ id }) => id));
  });
});

it('a code that is shown, and a screen that is paired, outlive restarts of the server', async () => {
  const database = await createTestDatabase();
  const secret = await running(database, async (app) => {
    await app.get(Demo).seed();
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session/device', payload: { screen: 'kitchen' } });
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { cookie, code: answer.json<PairingCodeView>().code };
  });
  await running(database, async (app) => {
    const login = { email: 'manager@fennel-and-ember.example', password: 'demo-manager-pass' };
    const session = await app.inject({ method: 'POST', url: '/api/v1/session', payload: login });
    const { csrfToken, locationId } = session.json<SessionView>();
    const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/locations/${locationId}/kitchen-devices`,
      headers: { cookie, 'x-csrf-token': csrfToken },
      payload: { code: secret.code, name: 'Left screen' },
    });
    expect(answer.statusCode).toBe(201);
  });
  await running(database, async (app) => {
    const answer = await app.inject({ url: '/api/v1/session', headers: { cookie: secret.cookie } });
    expect(answer.json<SessionView>().device?.name).toBe('Left screen');
  });
  await database.drop();
});

async function running<T>(database: TestDatabase, work: (app: NestFastifyApplication) => Promise<T>): Promise<T> {
  const { app, close } = await startTestApp(database);
  try {
    return await work(app);
  } finally {
    await close();
  }
}
