import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Problem } from '@comanda/shared';
import fc from 'fast-check';
import { dishonestOrders, foreignRequests, mutatedOrders, tornOrders } from './abuse/bad-orders.js';
import type { BadRequest } from './abuse/bad-request.js';
import { badRoutes } from './abuse/bad-routes.js';
import { freshKey, openRestaurant } from './abuse/restaurant.js';
import type { Restaurant } from './abuse/restaurant.js';

const AT_ONCE = 8;
const SEED = 20_261_125;
/** Most are refused before any database is asked, so all of them go to one, and every fifth order to the other. */
const all = process.env['COMANDA_TEST_DB'] === 'sqlite';
const ORDERS = all ? 2000 : 400;
const TORN = all ? 500 : 100;
let restaurant: Restaurant;
let sent = 0;

beforeAll(async () => (restaurant = await openRestaurant()));
afterAll(() => restaurant.close());

/** What was wrong with the answer; undefined when it was a refusal that helps. */
async function complaint(bad: BadRequest): Promise<string | undefined> {
  const { method, url, headers = {}, payload } = bad;
  sent += 1;
  const options = { method: method as 'GET', url, headers, ...(payload === undefined ? {} : { payload }) };
  const answer = await restaurant.app.inject(options);
  const seen = `${bad.kind}: ${String(answer.statusCode)} ${answer.body.slice(0, 200)}`;
  if (answer.statusCode < 400) return bad.harmless ? undefined : seen;
  if (answer.statusCode >= 500) return seen;
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return seen;
  return helps(answer.statusCode, answer.json<Partial<Problem>>()) ? undefined : seen;
}

function helps(statusCode: number, { status, code, detail, errors = [] }: Partial<Problem>): boolean {
  const tells = status === statusCode && /\w/.test(code ?? '') && /\w.*\.$/.test(detail ?? '');
  return (
    tells && errors.every((item) => /\w/.test(item.code) && /\w/.test(item.detail) && /^($|\/|#)/.test(item.pointer))
  );
}

async function complaints(requests: readonly BadRequest[]): Promise<string[]> {
  const found: string[] = [];
  const waiting = [...requests];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const seen = await complaint(next);
      if (seen !== undefined) found.push(seen);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found.slice(0, 20);
}

/** Sends them all; each must be refused with a problem, and nothing may be stored. */
async function refusesAll(requests: readonly BadRequest[]): Promise<void> {
  const before = await restaurant.countRows();
  expect(await complaints(requests)).toEqual([]);
  expect(await restaurant.countRows()).toEqual(before);
}

describe('abuse is refused with a problem and stores nothing', () => {
  it('against every route of the router', async () => {
    expect(restaurant.routes.length).toBeGreaterThan(30);
    await refusesAll(badRoutes(restaurant));
  }, 180_000);

  it(
    `in ${String(ORDERS)} orders with faults at random places`,
    () => refusesAll(mutatedOrders(restaurant, ORDERS, SEED)),
    60_000,
  );

  it(`in ${String(TORN)} orders whose text is torn`, () => refusesAll(tornOrders(restaurant, TORN, SEED)));

  it('in orders of dishonest or late guests', () => refusesAll(dishonestOrders(restaurant)));

  it('in requests of a stranger with a good session elsewhere', () => refusesAll(foreignRequests(restaurant)));

  it('in prices and times that only staff of this restaurant may set, by staff of another', async () => {
    const url = `/api/v1/locations/${restaurant.locationId}`;
    const headers = { ...restaurant.stranger, 'content-type': 'application/json' };
    const [line] = restaurant.request.lines;
    const agreed = { ...restaurant.request, lines: [{ ...line, agreedUnitPriceMinor: 1 }], expectedTotalMinor: 2 };
    const past = { ...restaurant.request, placedAt: '2026-01-01T12:00:00Z' };
    const post = (kind: string, path: string, body: object) => ({
      ...{ kind, method: 'POST', url: `${url}/${path}`, payload: JSON.stringify(body) },
      headers: { ...headers, ...freshKey() },
    });
    const { fulfilment, lines } = agreed;
    await refusesAll([
      post('a price agreed elsewhere', 'orders', agreed),
      post('a price agreed elsewhere, quoted', 'quotes', { fulfilment, lines }),
      post('an order in the past of another restaurant', 'orders', past),
    ]);
  });

  it('in ten megabytes', async () => {
    const url = `/api/v1/locations/${restaurant.locationId}/orders`;
    const headers = { 'content-type': 'application/json', ...freshKey() };
    const big = { kind: '10 MB', method: 'POST', url, headers, payload: `{"note":"${'x'.repeat(10_000_000)}"}` };
    await refusesAll([big, big, big]);
  });

  it('while the kitchen is closed', async () => {
    const url = `/api/v1/locations/${restaurant.locationId}/ordering`;
    const pause = (paused: boolean) =>
      restaurant.app.inject({ method: 'PUT', url, payload: { paused }, headers: restaurant.admin });
    await pause(true);
    const order = { kind: 'closed', method: 'POST', url: url.replace(/ordering$/, 'orders') };
    const payload = JSON.stringify(restaurant.request);
    const headers = { 'content-type': 'application/json' };
    await refusesAll(Array.from({ length: 20 }, () => ({ ...order, payload, headers: { ...headers, ...freshKey() } })));
    await pause(false);
  });
});

it('every wrong field is named at once, with its pointer, a code and how to mend it', async () => {
  const url = `/api/v1/locations/${restaurant.locationId}/orders`;
  const payload = {
    fulfilment: { type: 'rocket', seat: 1 },
    lines: [{ itemId: 7, quantity: 1.5, priceMinor: 1, options: [{ optionId: null }] }],
    guest: { name: 'x'.repeat(500), phone: 1 },
    tipMinor: -1,
    placedAt: 'yesterday',
    total: 5,
  };
  const answer = await restaurant.app.inject({ method: 'POST', url, payload, headers: freshKey() });
  const { errors = [] } = answer.json<Problem>();
  expect(answer.statusCode).toBe(422);
  const pointers = [
    '/fulfilment/type',
    '/fulfilment/seat',
    '/lines/0/itemId',
    '/lines/0/quantity',
    '/lines/0/priceMinor',
    '/lines/0/options/0/groupId',
    '/lines/0/options/0/optionId',
    '/guest/name',
    '/guest/phone',
    '/tipMinor',
    '/placedAt',
    '/total',
  ];
  expect([...new Set(errors.map(({ pointer }) => pointer))].sort()).toEqual(pointers.sort());
  for (const { code, detail } of errors)
    expect([code, detail]).toEqual([expect.stringMatching(/^[a-z_0-9]+$/), expect.stringMatching(/^[A-Z].+\.$/)]);
});

describe('bytes that are no HTTP', () => {
  const send = (port: number, bytes: Uint8Array): Promise<string> =>
    new Promise((resolve) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
      socket.on('data', (data) => (heard += data.toString('latin1')));
      socket.on('error', () => resolve(heard));
      socket.on('close', () => resolve(heard));
    });

  it('are answered with 4xx or silence, two hundred times', async () => {
    await restaurant.app.listen(0, '127.0.0.1');
    const { port } = restaurant.app.getHttpServer().address() as AddressInfo;
    const start = Buffer.from('POST /api/v1/locations HTTP/1.1\r\nHost: x\r\n');
    const noise = fc.uint8Array({ minLength: 1, maxLength: 300 });
    const bytes = fc.oneof(
      noise,
      noise.map((some) => Buffer.concat([start, some])),
      fc.string({ minLength: 1 }).map((text) => Buffer.from(`${text}\r\n\r\n`)),
    );
    for (const each of fc.sample(bytes, { numRuns: 200, seed: SEED })) {
      sent += 1;
      const answer = await send(port, each);
      expect(answer === '' || /^HTTP\/1\.1 4\d\d /.test(answer) ? '' : answer).toBe('');
    }
  }, 30_000);
});

it('after thousands of bad requests a good order is still taken', async () => {
  expect(sent).toBeGreaterThanOrEqual(all ? 5000 : 3000);
  expect((await restaurant.place(restaurant.request)).status).toBe(201);
});
