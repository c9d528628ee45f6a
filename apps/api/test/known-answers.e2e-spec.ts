import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AvailabilityView, LocationView, MenuItemView, MenuView } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import type { Watch } from '../src/configure-app.js';
import { Readiness } from '../src/platform/health/index.js';
import { RateLimits } from '../src/platform/http/limits/rate-limits.js';
import { createLogger, serveMetrics } from '../src/platform/observability/index.js';
import { HttpClient } from './http-client.js';
import type { Headed } from './http-client.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

const OF_ONE_ANSWER = ['date', 'x-request-id', 'ratelimit', 'ratelimit-policy'];

const FROM = 'x-forwarded-for';

let running: TestApp;
let client: HttpClient;
let location: LocationView;
let manager: Headed;
let closeMetrics: () => Promise<void>;
let metricsPort: number;
const traces = { on: false };
const lines: Record<string, unknown>[] = [];
/** Requests that the framework has seen. */
let seen = 0;

/** Watched as in production, by log and metrics, behind a proxy. */
async function watch(app: NestFastifyApplication): Promise<Watch> {
  metricsPort = await freePort();
  const fastify = app.getHttpAdapter().getInstance();
  const { close, witness } = await serveMetrics(fastify, { port: metricsPort, host: '127.0.0.1' });
  closeMetrics = close;
  fastify.addHook('onRequest', (_request, _reply, done) => {
    seen += 1;
    done();
  });
  return {
    witnesses: [witness],
    get traces() {
      return traces.on;
    },
  };
}

beforeAll(async () => {
  const write = (line: string): unknown => lines.push(JSON.parse(line) as Record<string, unknown>);
  const logger = await createLogger({ level: 'info', format: 'json' }, { write });
  running = await startTestApp(undefined, { logger, watch, trustedProxies: ['127.0.0.1'] });
  await running.app.get(Demo).seed();
  await running.app.listen(0, '127.0.0.1');
  client = new HttpClient(await running.app.getUrl());
  location = await client.location();
  manager = await client.logIn('manager');
});
afterAll(async () => {
  await closeMetrics();
  await running.close();
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** Requests for a menu, as Prometheus is told. */
async function timesCounted(): Promise<number> {
  const scraped = await (await fetch(`http://127.0.0.1:${String(metricsPort)}/metrics`)).text();
  const route = '/api/v1/locations/:locationId/menu';
  const counts = scraped.match(
    new RegExp(`^http_request_duration_seconds_count\\{method="GET",route="${route}".*$`, 'gm'),
  );
  return (counts ?? []).reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

const menu = (query = '', headers: Headed = {}) =>
  client.call<MenuView>('GET', `/locations/${location.id}/menu${query}`, undefined, headers);
const availability = () => client.call<AvailabilityView>('GET', `/locations/${location.id}/availability`);

describe('an answer that was sent before', () => {
  it('is sent again as it was, header by header, with an id and a count of its own', async () => {
    for (const query of ['', '?language=de']) {
      const [first, ...others] = [await menu(query), await menu(query), await menu(query)];
      for (const each of others) {
        expect(each.body).toEqual(first?.body);
        expect(contentOf(each.headers)).toEqual(contentOf(first?.headers ?? new Headers()));
      }
      const all = [first, ...others];
      expect(new Set(all.map((each) => each?.headers.get('x-request-id'))).size).toBe(3);
      expect(new Set(all.map((each) => each?.headers.get('ratelimit'))).size).toBe(3);
    }
  });

  it('is 304 for who has it, without a word of the body', async () => {
    const tag = String((await menu()).headers.get('etag'));
    const same = await menu('', { 'if-none-match': tag });
    expect([same.status, same.body, same.headers.get('etag')]).toEqual([304, undefined, tag]);
    expect(same.headers.get('content-encoding')).toBeNull();
    expect(same.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is another one for each encoding and language', async () => {
    const plain = { 'accept-encoding': 'identity' };
    for (let round = 0; round < 2; round += 1) {
      const tags = [await menu(), await menu('', plain), await menu('?language=de', plain)];
      expect(new Set(tags.map(({ headers }) => headers.get('etag'))).size).toBe(3);
      expect(tags.map(({ headers }) => headers.has('content-encoding'))).toEqual([true, false, false]);
    }
  });

  it('is not sent any more when a dish went off sale', async () => {
    const dish = await client.simpleDish(location.id);
    await availability();
    const before = await availability();
    const path = `/locations/${location.id}/suspensions/item/${dish.itemId}`;
    expect((await client.call('PUT', path, {}, manager)).status).toBeLessThan(300);
    const after = await availability();
    expect(before.body.suspensions).toEqual([]);
    expect(after.body.suspensions).toMatchObject([{ targetId: dish.itemId }]);
  });

  it('is not sent any more when a price has changed', async () => {
    await menu();
    const before = await menu();
    const [item] = before.body.items;
    const path = `/locations/${location.id}/menu-items/${String(item?.id)}`;
    const { etag } = (await client.call<MenuItemView>('GET', path, undefined, manager)).body;
    const [variant] = item?.variants ?? [];
    const priceMinor = Number(variant?.priceMinor) + 100;
    const change = `/locations/${location.id}/menu-variants/${String(variant?.id)}`;
    const answer = await client.call('PATCH', change, { priceMinor }, { ...manager, 'if-match': etag });
    expect(answer.status).toBe(200);
    const after = await menu();
    const price = ({ items }: MenuView) => items.find(({ id }) => id === item?.id)?.variants[0]?.priceMinor;
    expect(price(after.body)).toBe(priceMinor);
  });

  it('is logged, counted and limited as any other, by the address of who asks', async () => {
    const guest = { [FROM]: '203.0.113.7' };
    await menu('', guest);
    const before = await timesCounted();
    lines.splice(0);
    const answers = [await menu('', guest), await menu('', { ...guest, 'x-request-id': 'asked-by-a-phone' })];
    expect(answers.map(({ headers }) => headers.get('ratelimit-policy'))).toEqual(
      Array(2).fill('"address";q=3000;w=60'),
    );
    expect(answers.map(({ headers }) => headers.get('ratelimit')?.split(';')[1])).toEqual(['r=2998', 'r=2997']);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({
      level: 'info',
      msg: 'request',
      requestId: 'asked-by-a-phone',
      method: 'GET',
      route: '/api/v1/locations/:locationId/menu',
      locationId: location.id,
      status: 200,
      ms: expect.any(Number) as number,
      ip: '203.0.113.7',
    });
    expect(await timesCounted()).toBe(before + 2);
  });

  it('is refused to who asks too often', async () => {
    const guest = { [FROM]: '203.0.113.8' };
    expect((await menu('', guest)).status).toBe(200);
    const limits = running.app.get(RateLimits);
    for (let asked = 0; asked < 3000; asked += 1) await limits.take('address', '203.0.113.8');
    expect((await menu('', guest)).status).toBe(429);
    expect((await menu('', { [FROM]: '203.0.113.9' })).status).toBe(200);
  });

  it('comes in its turn when a caller sends the next request before it has the answer', async () => {
    await menu();
    const url = new URL(await running.app.getUrl());
    const path = `/api/v1/locations/${location.id}`;
    const ids = ['first-one', 'second-one', 'third-one'];
    const asked = [`${path}/menu`, path, `${path}/menu`].map(
      (each, at) => `GET ${each} HTTP/1.1\r\nHost: a\r\nX-Request-Id: ${String(ids[at])}\r\n\r\n`,
    );
    const socket = connect(Number(url.port), '127.0.0.1').setEncoding('latin1');
    socket.write(asked.join(''));
    let said = '';
    for await (const chunk of socket) {
      said += String(chunk);
      if (said.includes('third-one')) break;
    }
    expect([...said.matchAll(/^x-request-id: (.*)\r$/gim)].map(([, id]) => id)).toEqual(ids);
  });

  it('goes the whole way while requests are traced', async () => {
    const isSeen = async (): Promise<boolean> => {
      const before = seen;
      await menu();
      return seen > before;
    };
    // It is known a moment after it was sent.
    for (let asked = 0; await isSeen(); asked += 1) expect(asked).toBeLessThan(100);
    traces.on = true;
    expect(await isSeen()).toBe(true);
    traces.on = false;
  });

  it('goes the whole way while the process drains, so that callers are sent elsewhere', async () => {
    expect((await menu()).headers.get('connection')).not.toBe('close');
    running.app.get(Readiness).drain();
    expect((await menu()).headers.get('connection')).toBe('close');
  });
});

function contentOf(headers: Headers): [string, string][] {
  return [...headers].filter(([name]) => !OF_ONE_ANSWER.includes(name));
}
