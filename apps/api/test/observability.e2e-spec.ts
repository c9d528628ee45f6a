import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlacedOrderView } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { DIALECT } from '../src/platform/database/index.js';
import { sendTraces, serveMetrics } from '../src/platform/observability/index.js';
import { HttpClient, newKey } from './http-client.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number };
}

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly Attribute[];
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

const SERVER_SPAN = 2;
const CLIENT_SPAN = 3;
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';

/** As much of a collector as receives what is sent over HTTP as JSON. */
class Collector {
  readonly bodies: string[] = [];
  readonly paths = new Set<string>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.once('end', () => {
        this.bodies.push(body);
        this.paths.add(request.url ?? '');
        response.setHeader('Content-Type', 'application/json').end('{}');
      });
    });
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  get sent(): Sent['resourceSpans'] {
    return this.bodies.flatMap((body) => (JSON.parse(body) as Sent).resourceSpans);
  }

  get spans(): Span[] {
    return this.sent.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const collector = new Collector();
let running: TestApp;
let address: string;
let metricsPort: number;
let order: PlacedOrderView;
let closeMetrics: () => Promise<void>;
let closeTraces: () => Promise<void>;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

beforeAll(async () => {
  const endpoint = await collector.listen();
  metricsPort = await freePort();
  running = await startTestApp(undefined, {
    before: async (app) => {
      const fastify = app.getHttpAdapter().getInstance();
      ({ close: closeTraces } = await sendTraces(fastify, { endpoint: `${endpoint}/`, serviceName: 'till-3' }));
      ({ close: closeMetrics } = await serveMetrics(fastify, { port: metricsPort, host: '127.0.0.1' }));
    },
  });
  await running.app.get(Demo).seed();
  await running.app.listen(0, '127.0.0.1');
  const { port } = running.app.getHttpServer().address() as AddressInfo;
  address = `http://127.0.0.1:${String(port)}`;
  const client = new HttpClient(address);
  const { id } = await client.location();
  const dish = await client.simpleDish(id);
  const placed = await client.place(id, dish, { ...newKey(), traceparent: `00-${TRACE}-${CALLER}-01` });
  expect(placed.status).toBe(201);
  order = placed.body;
  await client.call('GET', `/tracking/${order.trackingToken}`);
});
afterAll(async () => {
  await closeMetrics();
  await running.close();
  collector.close();
});

it('counts and times requests by route for Prometheus, on a port of its own', async () => {
  const scraped = await fetch(`http://127.0.0.1:${String(metricsPort)}/metrics`);
  expect(scraped.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await scraped.text();
  const route = '/api/v1/locations/:locationId/orders';
  expect(text).toContain(`http_request_duration_seconds_count{method="POST",route="${route}",status="201"} 1\n`);
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  if (DIALECT === 'mysql') expect(text).toMatch(/^database_statement_duration_seconds_count\{kind="COMMIT"\} [1-9]/m);
  expect(text).not.toContain(order.trackingToken);
  const elsewhere = await fetch(`http://127.0.0.1:${String(metricsPort)}/`);
  expect(elsewhere.status).toBe(404);
  const atTheGuests = await fetch(`${address}/metrics`);
  expect(atTheGuests.status).toBe(404);
});

it('sends a span of each request, and of each statement in it, to the collector', async () => {
  await closeTraces();
  expect([...collector.paths]).toEqual(['/v1/traces']);
  const [service] = collector.sent.flatMap(({ resource }) => resource.attributes);
  expect(service).toMatchObject({ key: 'service.name', value: { stringValue: 'till-3' } });

  const placing = collector.spans.find(({ name }) => name === 'POST /api/v1/locations/:locationId/orders');
  expect(placing).toMatchObject({ traceId: TRACE, parentSpanId: CALLER, kind: SERVER_SPAN });
  const status = placing?.attributes.find(({ key }) => key === 'http.response.status_code');
  expect(status?.value.intValue).toBe(201);

  const tracking = collector.spans.find(({ name }) => name === 'GET /api/v1/tracking/:trackingToken');
  const statements = collector.spans.filter(
    ({ kind, parentSpanId }) => kind === CLIENT_SPAN && parentSpanId === tracking?.spanId,
  );
  if (DIALECT === 'mysql') expect(statements.map(({ name }) => name)).toContain('SELECT orders');
  expect(collector.bodies.join()).not.toContain(order.trackingToken);
});
