import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { Staff } from './actor.js';

/** Over https and on localhost. The prefix makes browsers insist on Secure, Path=/ and no Domain (RFC 6265bis). */
export const SECURE_COOKIE = '__Host-comanda';
/** Over plain http in a restaurant's own network. */
export const PLAIN_COOKIE = 'comanda';

/** Finds the session that a cookie's secret opens; the accounts module provides it. */
export abstract class SessionReader {
  abstract find(secret: string): Promise<{ readonly staff: Staff; readonly csrfToken: string } | null>;
}

/** The secret in the session cookie of a request. */
export function sessionSecret(request: FastifyRequest): string | undefined {
  return request.cookies[SECURE_COOKIE] ?? request.cookies[PLAIN_COOKIE];
}
