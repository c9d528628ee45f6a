import type { IncomingMessage } from 'node:http';
import { LIMITS } from '@comanda/shared';
import proxyAddr from '@fastify/proxy-addr';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.js';
import { answerMalformedHttp } from './malformed-http.js';
import { PROBLEM_TYPE, toProblem } from './problem.js';
import { requestIdOf } from './request-id.js';

/** Longer than any id or token of ours. */
const LONGEST_PARAMETER = 200;
const REQUEST_TIMEOUT_MS = 60_000;

export interface HttpSettings {
  /** Addresses and networks of proxies whose X-Forwarded-For and -Proto count. */
  readonly trustedProxies: readonly string[];
}

/** Fastify with our answers for what it refuses before any route is found; the same in production and tests. */
export function httpAdapter({ trustedProxies }: HttpSettings): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: LIMITS.bodyBytes,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // Requests that have begun are finished before the process ends.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: requestIdOf,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerMalformedHttp,
    // Node would answer a missing Host header itself, in its own shape.
    http: { requireHostHeader: false },
  });
}

/** The caller's address as Fastify gives it, for a request that it has not seen yet. */
export function addressReader({ trustedProxies }: HttpSettings): (raw: IncomingMessage) => string {
  if (trustedProxies.length === 0) return ({ socket }) => socket.remoteAddress ?? '';
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  return (raw) => proxyAddr(raw, isTrusted);
}

/** Nest reads the bodies of forms too, unless told not to; ours are read in strict-json.ts. */
export const APP_OPTIONS = { bodyParser: false } as const;

function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(unroutable(error), request.raw.url ?? '/', request.id);
  const body = JSON.stringify(problem);
  // The reply has no route yet, so that hooks and serializers of the application do not run on it.
  reply.raw.writeHead(problem.status, {
    'Content-Type': PROBLEM_TYPE,
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': problem.requestId,
    'Cache-Control': 'no-store',
  });
  reply.hijack();
  reply.raw.end(request.raw.method === 'HEAD' ? undefined : body);
}

function unroutable({ statusCode }: FastifyError): DomainError {
  return statusCode === 414
    ? new DomainError('uri_too_long', 'A part of the address is too long; no id is as long as that.')
    : new DomainError('invalid_path', 'The address is not encoded soundly. Encode it as UTF-8 with %xx.');
}
