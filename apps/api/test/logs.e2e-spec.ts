import type { MenuView, PlacedOrderView, SessionView } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import type { DemoAccess } from '../src/demo/index.js';
import { createLogger } from '../src/platform/observability/index.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

const lines: Record<string, unknown>[] = [];
let running: TestApp;
let demo: DemoAccess;

beforeAll(async () => {
  const write = (line: string): unknown => lines.push(JSON.parse(line) as Record<string, unknown>);
  const logger = await createLogger({ level: 'debug', format: 'json' }, { write });
  running = await startTestApp(undefined, { logger });
  const seeded = await running.app.get(Demo).seed();
  if (!seeded) throw new Error('The database was not empty.');
  demo = seeded;
});
afterAll(() => running.close());
beforeEach(() => lines.splice(0));

const login = () => demo.staff[0] ?? { email: '', password: '' };

it('tell each request by its id, route, status and time', async () => {
  const url = `/api/v1/locations/${demo.locationId}`;
  await running.app.inject({ url, headers: { 'x-request-id': 'asked-by-the-till' } });
  expect(lines.at(-1)).toMatchObject({
    level: 'info',
    msg: 'request',
    requestId: 'asked-by-the-till',
    method: 'GET',
    route: '/api/v1/locations/:locationId',
    locationId: demo.locationId,
    status: 200,
    ms: expect.any(Number) as number,
  });
});

it('hold no password, cookie, token or name of a guest', async () => {
  const inject = running.app.inject.bind(running.app);
  const session = await inject({ method: 'POST', url: '/api/v1/session', payload: login() });
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { csrfToken } = session.json<SessionView>();
  await inject({ url: '/api/v1/session', headers: { cookie, authorization: 'Bearer key-of-the-till' } });
  const menu = (await inject({ url: `/api/v1/locations/${demo.locationId}/menu` })).json<MenuView>();
  const dish = menu.items.find(({ variants, modifierGroupIds }) => variants.length === 1 && !modifierGroupIds.length);
  const placed = await inject({
    method: 'POST',
    url: `/api/v1/locations/${demo.locationId}/orders`,
    headers: { 'idempotency-key': 'a-key-of-the-guest' },
    payload: {
      fulfilment: { type: 'pickup' },
      guest: { name: 'Persephone Quill' },
      lines: [{ itemId: dish?.id, variantId: dish?.variants[0]?.id, quantity: 1 }],
    },
  });
  const { trackingToken } = placed.json<PlacedOrderView>();
  await inject({ url: `/api/v1/tracking/${trackingToken}?secret=hidden` });
  await inject({ url: `/api/v1/no-such-place/${trackingToken}` });
  await inject({ url: demo.tablePaths[0] ?? '' });
  const text = JSON.stringify(lines);
  const secrets = [login().password, session.cookies[0]?.value, csrfToken, trackingToken, 'key-of-the-till', 'hidden'];
  const table = demo.tablePaths[0]?.split('/').at(-1);
  expect(placed.statusCode).toBe(201);
  for (const secret of [...secrets, table, 'a-key-of-the-guest', 'Persephone']) {
    expect(secret).toMatch(/\w{3}/);
    expect(text).not.toContain(secret);
  }
});

it('keep secrets even of objects that are logged whole', async () => {
  const written: string[] = [];
  const logger = await createLogger({ level: 'info', format: 'json' }, { write: (line) => written.push(line) });
  const headers = { cookie: 'comanda=s3cret', authorization: 'Bearer s3cret', 'set-cookie': 's3cret' };
  logger.info({
    password: 's3cret',
    login: { password: 's3cret' },
    req: { headers },
    order: { trackingToken: 's3cret' },
  });
  logger.info({ headers });
  expect(written).toHaveLength(2);
  expect(written.join()).not.toContain('s3cret');
});
