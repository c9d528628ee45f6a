import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { requestContext } from './request-context.js';

/** Ids and secrets of ours are longer than any word in an address. */
const LONGEST_WORD = 20;
const QUIET = new Set(['/healthz', '/readyz']);

/** One line for each request when it ends: which route, how long, what came of it. Never a body, header or token. */
export function installRequestLog(fastify: FastifyInstance, logger: Logger): void {
  // The line below names all that it tells; looking for secrets in it would take as long as the rest of many requests.
  const lines = logger.child({}, { redact: [] });
  fastify.addHook('onRequest', (request, _reply, done) => requestContext.run({ requestId: request.id }, done));
  fastify.addHook('onResponse', (request, reply, done) => {
    lines[levelOf(request, reply)](toLine(request, reply), 'request');
    done();
  });
}

function levelOf({ url }: FastifyRequest, { statusCode }: FastifyReply): 'error' | 'info' | 'debug' {
  if (statusCode >= 500 && statusCode !== 503) return 'error';
  return QUIET.has(url) ? 'debug' : 'info';
}

function toLine(request: FastifyRequest, reply: FastifyReply): object {
  const route = request.routeOptions.url;
  return {
    requestId: request.id,
    method: request.method,
    route: route === undefined || route.endsWith('*') ? wordsOnly(request.url) : route,
    ...idsOf(request.params),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    ip: request.ip,
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
