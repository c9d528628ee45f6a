import type {
  CreatedLocationView,
  LocationView,
  Problem,
  SessionView,
  StaffTableView,
  StationView,
} from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

type Method = 'GET' | 'POST' | 'PATCH';
type Headers = Record<string, string>;
let running: TestApp;
let home: string;

beforeAll(async () => {
  running = await startTestApp();
  home = (await running.app.get(Demo).seed())?.locationId ?? '';
});
afterAll(() => running.close());

async function call<T>(method: Method, url: string, body?: object, headers: Headers = {}) {
  const payload = body === undefined ? {} : { payload: body };
  const answer = await running.app.inject({ method, url: `/api/v1${url}`, headers, ...payload });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<T>() };
}

async function logIn(email: string, password: string): Promise<Headers> {
  const answer = await running.app.inject({ method: 'POST', url: '/api/v1/session', payload: { email, password } });
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { cookie, 'x-csrf-token': answer.json<SessionView>().csrfToken };
}

const demoLogIn = (role: string): Promise<Headers> => logIn(`${role}@fennel-and-ember.example`, `demo-${role}-pass`);

const restaurant = (email: string, extra: object = {}) => ({
  name: 'Corner Kitchen',
  timezone: 'Asia/Tokyo',
  currency: 'JPY',
  defaultLanguage: 'ja',
  admin: { name: 'Ines', email, password: 'ten letters or more' },
  ...extra,
});

async function open(email: string, extra: object = {}): Promise<CreatedLocationView & { admin: Headers }> {
  const answer = await call<CreatedLocationView>(
    'POST',
    '/locations',
    restaurant(email, extra),
    await demoLogIn('admin'),
  );
  expect(answer.status).toBe(201);
  return { ...answer.body, admin: await logIn(email, 'ten letters or more') } as never;
}

describe('a further restaurant', () => {
  it('is opened by an admin and belongs to its own admin alone', async () => {
    const { location, admin } = await open('one@corner.example', { tables: [{ name: '1' }] });
    expect(location).toMatchObject({ currency: 'JPY', languages: ['ja'], acceptingOrders: true });
    const stations = await call<StationView[]>('GET', `/locations/${location.id}/stations`, undefined, admin);
    expect(stations.body.map(({ id }) => id)).toEqual(['kitchen']);
    expect((await call('GET', `/locations/${home}/stations`, undefined, admin)).status).toBe(404);
    const owner = await demoLogIn('admin');
    expect((await call('GET', `/locations/${location.id}/stations`, undefined, owner)).status).toBe(404);
    expect((await call('PATCH', `/locations/${location.id}`, { name: 'Mine' }, owner)).status).toBe(404);
  });

  it.each(['manager', 'waiter', 'kitchen'])('is not opened by a %s', async (role) => {
    const answer = await call<Problem>('POST', '/locations', restaurant('no@corner.example'), await demoLogIn(role));
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it('is not opened by a guest', async () => {
    expect((await call<Problem>('POST', '/locations', restaurant('no@corner.example'))).status).toBe(401);
  });

  it('is not opened half: a known e-mail leaves nothing behind', async () => {
    const count = async () => (await call<LocationView[]>('GET', '/locations')).body.length;
    const before = await count();
    const body = restaurant('admin@fennel-and-ember.example');
    const answer = await call<Problem>('POST', '/locations', body, await demoLogIn('admin'));
    expect([answer.status, answer.body.code]).toEqual([409, 'already_exists']);
    expect(await count()).toBe(before);
  });

  it('is refused with every wrong setting named', async () => {
    const body = restaurant('x@corner.example', { timezone: 'Mars/Olympus', currency: 'EUX', languages: ['en'] });
    const answer = await call<Problem>('POST', '/locations', body, await demoLogIn('admin'));
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual(['/timezone', '/currency', '/defaultLanguage']);
  });
});

describe('changing a restaurant', () => {
  it('changes what is named and adds stations, tables and tax rules', async () => {
    const { location, admin } = await open('two@corner.example', { tables: [{ name: '1' }] });
    const path = `/locations/${location.id}`;
    const [table] = (await call<StaffTableView[]>('GET', `${path}/tables`, undefined, admin)).body;
    const change = {
      name: 'Corner Kitchen Ueno',
      languages: ['ja', 'en'],
      stations: [{ id: 'bar', name: 'Bar', isDefault: true }],
      tables: [{ id: table?.id ?? '', name: 'Window' }, { name: '2' }, { name: '2b' }],
      taxRules: [{ taxClass: 'standard', fulfilment: 'pickup', validFrom: '2019-10-01', ratePpm: 80_000 }],
    };
    const changed = await call<LocationView>('PATCH', path, change, admin);
    expect(changed.body).toMatchObject({
      name: 'Corner Kitchen Ueno',
      languages: ['ja', 'en'],
      timezone: 'Asia/Tokyo',
    });
    expect((await call('PATCH', path, change, admin)).status).toBe(200);
    const stations = await call<StationView[]>('GET', `${path}/stations`, undefined, admin);
    expect(stations.body.map(({ id }) => id)).toEqual(['kitchen', 'bar']);
    const tables = await call<StaffTableView[]>('GET', `${path}/tables`, undefined, admin);
    expect(tables.body.map(({ name }) => name)).toEqual(['Window', '2', '2b']);
    expect(tables.body[0]?.guestPath).toBe(table?.guestPath);
  });

  it('keeps the currency, and refuses wrong settings whole', async () => {
    const { location, admin } = await open('three@corner.example');
    const path = `/locations/${location.id}`;
    for (const change of [
      { currency: 'EUR' },
      { name: null },
      { name: 'New', languages: ['en'] },
      { tables: [{ id: 'nothing', name: '1' }] },
      { name: 'New', openingHours: [{ days: [1], fromMinute: 600, toMinute: 300 }] },
    ]) {
      expect([change, (await call('PATCH', path, change, admin)).status]).toEqual([change, 422]);
    }
    expect((await call<LocationView>('GET', path)).body).toMatchObject({ name: 'Corner Kitchen', currency: 'JPY' });
  });
});
