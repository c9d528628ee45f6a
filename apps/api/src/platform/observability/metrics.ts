import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Histogram, Registry } from 'prom-client';
import type { Answered, Witness } from './answered.js';
import { routeName } from './route-name.js';
import { kindOfStatement, watchStatements } from './statements.js';

export interface MetricsAddress {
  readonly port: number;
  readonly host: string;
}

export interface Metrics {
  /** Stops listening. */
  readonly close: () => Promise<void>;
  /** Counts what is answered before any hook saw it. */
  readonly witness: Witness;
}

/** Seconds: from a menu out of memory to a request that waited for a lock. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts and times requests and statements for Prometheus, on a port of its own. Nothing is loaded before the call. */
export async function serveMetrics(fastify: FastifyInstance, address: MetricsAddress): Promise<Metrics> {
  const { collectDefaultMetrics, Gauge, Histogram: TimeHistogram, Registry: Metrics } = await import('prom-client');
  const registry = new Metrics();
  collectDefaultMetrics({ register: registry });
  const requests = new TimeHistogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by route and status, from the first byte read to the last byte written.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const open = new Gauge({
    name: 'http_requests_open',
    help: 'Requests that have begun and not ended, live streams included.',
    labelNames: ['route'],
    registers: [registry],
  });
  const statements = new TimeHistogram({
    name: 'database_statement_duration_seconds',
    help: 'Statements sent to MySQL or MariaDB, by their first word.',
    labelNames: ['kind'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const witness = watchRequests(fastify, requests, open);
  watchStatements((query) => {
    const stop = statements.startTimer({ kind: kindOfStatement(query) });
    return () => void stop();
  });
  const server = await listen(registry, address);
  return { close: () => new Promise((resolve) => server.close(() => resolve())), witness };
}

interface Counter {
  inc(labels: Record<string, string>): void;
  dec(labels: Record<string, string>): void;
}

function watchRequests(fastify: FastifyInstance, requests: Histogram, open: Counter): Witness {
  const observe = (method: string, route: string, { status, ms }: Pick<Answered, 'status' | 'ms'>): void =>
    requests.observe({ method, route, status: String(status) }, ms / 1000);
  fastify.addHook('onRequest', (request, reply, done) => {
    const route = routeName(request);
    open.inc({ route });
    reply.raw.once('close', () => open.dec({ route }));
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    observe(request.method, routeName(request), { status: reply.statusCode, ms: reply.elapsedTime });
    done();
  });
  return (answered) => observe(answered.method, answered.route ?? 'none', answered);
}

async function listen(registry: Registry, { port, host }: MetricsAddress): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void registry.metrics().then((text) => response.setHeader('Content-Type', registry.contentType).end(text));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server.unref();
}
