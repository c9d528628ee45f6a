import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.js';
import { STAFF_COOKIE } from '../session/session-cookie.js';
import { POLICIES } from './policies.js';
import type { Standing } from './rate-limits.js';
import { RateLimits } from './rate-limits.js';

const STANDINGS = new WeakMap<FastifyRequest, Standing[]>();

/** What has been counted for a request so far; undefined when nothing is limited. */
export const standingsOf = (request: FastifyRequest): readonly Standing[] | undefined => STANDINGS.get(request);

/**
 * Counts every request to the API by the caller's address; the guard then knows who it is. Gives what counts a request that
 * is answered before it comes here.
 */
export function limitRequests(app: NestFastifyApplication): (ip: string) => Promise<Standing> {
  const fastify = app.getHttpAdapter().getInstance();
  const limits = app.get(RateLimits);
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    const standing = await countOf(limits, request.ip);
    // Staff have a count of their own: whether it is staff, the guard finds out.
    if (standing.exceeded && !STAFF_COOKIE.isIn(request.headers.cookie ?? '')) refuse(reply, [standing]);
    tell(request, reply, [standing]);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode >= 400) return;
    const logIns = standingsOf(request)?.filter(({ policy }) => policy.startsWith('log-in')) ?? [];
    // Only failures count: a whole shift may log in behind one address.
    for (const each of logIns) await limits.giveBack(each);
  });
  return (ip) => countOf(limits, ip);
}

function countOf(limits: RateLimits, ip: string): Promise<Standing> {
  return limits.take(isThisMachine(ip) ? 'local' : 'address', ip);
}

/** Remembers and shows where the caller stands (IETF draft "RateLimit header fields for HTTP"). */
export function tell(request: FastifyRequest, reply: FastifyReply, standings: readonly Standing[]): void {
  STANDINGS.set(request, [...standings]);
  show(reply, standings);
}

const TOO_OFTEN = 'That was too often.';
const HELD_TOO_OFTEN =
  'So many times were kept from your network that no more are kept for now. Order without one: it is taken while there is room.';

/** Throws `too_many_requests`, with the time to wait. */
export function refuse(reply: FastifyReply, standings: readonly Standing[]): never {
  const wait = Math.max(...standings.filter(({ exceeded }) => exceeded).map((each) => each.secondsToReset));
  show(reply, standings);
  reply.raw.setHeader('Retry-After', String(wait));
  const why = standings.some(({ policy, exceeded }) => exceeded && policy === 'hold') ? HELD_TOO_OFTEN : TOO_OFTEN;
  throw new DomainError('too_many_requests', `${why} Try again in ${String(wait)} seconds.`);
}

function show(reply: FastifyReply, standings: readonly Standing[]): void {
  // On the raw answer, so that a live stream carries them too.
  for (const [name, value] of headersOf(standings)) reply.raw.setHeader(name, value);
}

/** RateLimit-Policy and RateLimit. */
export function headersOf(standings: readonly Standing[]): [name: string, value: string][] {
  const policies = standings.map(({ policy }) => {
    const { quota, windowSeconds } = POLICIES[policy];
    return `"${policy}";q=${String(quota)};w=${String(windowSeconds)}`;
  });
  const left = standings.map((each) => `"${each.policy}";r=${String(each.remaining)};t=${String(each.secondsToReset)}`);
  return [
    ['RateLimit-Policy', policies.join(', ')],
    ['RateLimit', left.join(', ')],
  ];
}

function isThisMachine(ip: string): boolean {
  return ip === '::1' || /^(::ffff:)?127\./.test(ip);
}
