import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, PROBLEM_TYPE, toProblem } from '../http/index.js';

/** Whoever watches the process must get an answer however busy it is. */
const ALWAYS = new Set(['/healthz', '/readyz']);

/**
 * Refuses what comes while `most` requests are in work. Those that were let in are answered in bounded time; the others
 * learn at once that they have to come again, before anything was read or looked up for them.
 */
export function limitRequestsInWork(fastify: FastifyInstance, most: number): void {
  let inWork = 0;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (ALWAYS.has(request.url) || isLongLived(request)) return done();
    if (inWork >= most) return refuse(request, reply);
    inWork += 1;
    reply.raw.once('close', () => (inWork -= 1));
    done();
  });
}

/** A live stream stays open for hours; it waits, it does not work. */
function isLongLived({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { longLived?: boolean }).longLived === true;
}

const BUSY = new DomainError('service_unavailable', 'Too many requests are in work right now. Try again shortly.');

function refuse(request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .status(BUSY.status)
    .header('Retry-After', '1')
    .type(PROBLEM_TYPE)
    .send(toProblem(BUSY, request.url, request.id));
}
