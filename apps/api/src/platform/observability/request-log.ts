import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Answered, Witness } from './answered.js';
import { requestContext } from './request-context.js';

/** Ids and secrets of ours are longer than any word in an address. */
const LONGEST_WORD = 20;
const QUIET = new Set(['/healthz', '/readyz']);

/**
 * One line for each request when it ends: which route, how long, what came of it. Never a body, header or token. What is
 * answered before any hook saw it is told to the witness that this gives.
 */
export function installRequestLog(fastify: FastifyInstance, logger: Logger): Witness {
  // The line below names all that it tells; looking for secrets in it would take as long as the rest of many requests.
  const lines = logger.child({}, { redact: [] });
  const tell: Witness = (answered) => lines[levelOf(answered)](toLine(answered), 'request');
  fastify.addHook('onRequest', (request, _reply, done) => requestContext.run({ requestId: request.id }, done));
  fastify.addHook('onResponse', (request, reply, done) => {
    const { id, method, url, params, ip } = request;
    const route = request.routeOptions.url;
    tell({ id, method, url, route, params, status: reply.statusCode, ms: reply.elapsedTime, ip });
    done();
  });
  return tell;
}

function levelOf({ url, status }: Answered): 'error' | 'info' | 'debug' {
  if (status >= 500 && status !== 503) return 'error';
  return QUIET.has(url) ? 'debug' : 'info';
}

function toLine({ id, method, url, route, params, status, ms, ip }: Answered): object {
  return {
    requestId: id,
    method,
    route: route === undefined || route.endsWith('*') ? wordsOnly(url) : route,
    ...idsOf(params),
    status,
    ms: Math.round(ms * 10) / 10,
    ip,
  };
}

/** Ids may be told, tokens open something. */
function idsOf(params: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params ?? {}).filter(([name]) => name.endsWith('Id')));
}

/** A path without its query, and without whatever could be a token. */
function wordsOnly(url: string): string {
  const path = url.split('?')[0] ?? '/';
  return path
    .split('/')
    .map((part) => (part.length < LONGEST_WORD ? part : '…'))
    .join('/');
}
