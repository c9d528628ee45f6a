import type { Tracer } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import { routeName } from './route-name.js';
import { nameOfStatement, watchStatements } from './statements.js';

export interface TraceSettings {
  readonly endpoint: string;
  readonly serviceName: string;
}

export interface Traces {
  /** Sends what is still waiting. */
  readonly close: () => Promise<void>;
}

type Api = typeof import('@opentelemetry/api');

/** Makes a span of each request and of each MySQL statement in it. Nothing is loaded before the call. */
export async function sendTraces(fastify: FastifyInstance, settings: TraceSettings): Promise<Traces> {
  const api = await import('@opentelemetry/api');
  const close = await startSending(api, settings);
  const tracer = api.trace.getTracer('comanda');
  traceRequests(fastify, api, tracer);
  traceStatements(api, tracer);
  return { close };
}

async function startSending(api: Api, { endpoint, serviceName }: TraceSettings): Promise<() => Promise<void>> {
  const { AsyncLocalStorageContextManager } = await import('@opentelemetry/context-async-hooks');
  const { W3CTraceContextPropagator } = await import('@opentelemetry/core');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const { BatchSpanProcessor, TracerProvider } = await import('@opentelemetry/sdk-trace');
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  api.propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  api.trace.setGlobalTracerProvider(provider);
  return async () => {
    await provider.shutdown();
    for (const registered of [api.trace, api.context, api.propagation]) registered.disable();
  };
}

function traceRequests(fastify: FastifyInstance, api: Api, tracer: Tracer): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { method, headers, id } = request;
    const parent = api.propagation.extract(api.context.active(), headers);
    const route = routeName(request);
    const attributes = { 'http.request.method': method, 'http.route': route, 'comanda.request_id': id };
    const span = tracer.startSpan(`${method} ${route}`, { kind: api.SpanKind.SERVER, attributes }, parent);
    reply.raw.once('close', () => {
      span.setAttribute('http.response.status_code', reply.raw.statusCode);
      if (reply.raw.statusCode >= 500) span.setStatus({ code: api.SpanStatusCode.ERROR });
      span.end();
    });
    api.context.with(api.trace.setSpan(parent, span), done);
  });
}

function traceStatements(api: Api, tracer: Tracer): void {
  watchStatements((query) => {
    const attributes = { 'db.system.name': 'mysql' };
    const span = tracer.startSpan(nameOfStatement(query), { kind: api.SpanKind.CLIENT, attributes });
    return (failed) => {
      if (failed) span.setStatus({ code: api.SpanStatusCode.ERROR });
      span.end();
    };
  });
}
