import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../domain-error.js';
import { RouteTable } from './route-table.js';
import { parseStrictJson } from './strict-json.js';
import { readUploads } from './uploads.js';

/** What every request and answer has in common, before any route: request ids, bodies, methods, private answers. */
export function installHttpEdge(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const table = app.get(RouteTable);
  table.watch(fastify);
  readJson(fastify);
  readUploads(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    // On the raw answer, so that a live stream carries it too.
    reply.raw.setHeader('X-Request-Id', request.id);
    if (request.url.startsWith('/api/')) reply.raw.setHeader('Cache-Control', 'no-store');
    if (request.raw.httpVersion === '1.1' && request.headers.host === undefined) {
      throw new DomainError('invalid_header', 'Send a Host header.');
    }
    if (request.method !== 'OPTIONS' || !request.is404) return done();
    const methods = table.methodsOf(request.url);
    if (methods.length === 0) return done();
    void reply.status(204).header('Allow', methods.join(', ')).send();
  });
}

function readJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body: Buffer, done) => {
    // No body at all is no JSON either; the route says whether it needs one.
    done(null, body.length === 0 ? undefined : parseStrictJson(body));
  });
}
