import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Transport } from './transport.js';

const SAFE = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

/** The cookie that is a log-in. One kind of session, one cookie. */
export class SessionCookie {
  /** Over https and on localhost. The prefix makes browsers insist on Secure, Path=/ and no Domain (RFC 6265bis). */
  readonly secureName: string;
  /** Over plain http in a restaurant's own network. */
  readonly plainName: string;

  constructor(name: string) {
    this.secureName = `__Host-${name}`;
    this.plainName = name;
  }

  /** The secret in the cookie of a request. */
  secretOf({ cookies }: FastifyRequest): string | undefined {
    return cookies[this.secureName] ?? cookies[this.plainName];
  }

  set(
    reply: FastifyReply,
    { secret, expiresAt }: { readonly secret: string; readonly expiresAt: number },
    transport: Transport,
  ): void {
    const secure = transport === 'secure';
    const name = secure ? this.secureName : this.plainName;
    reply.setCookie(name, secret, { ...SAFE, secure, expires: new Date(expiresAt) });
  }

  clear(reply: FastifyReply): void {
    reply.clearCookie(this.secureName, { ...SAFE, secure: true }).clearCookie(this.plainName, SAFE);
  }

  isIn(cookieHeader: string): boolean {
    return cookieHeader.includes(`${this.secureName}=`) || cookieHeader.includes(`${this.plainName}=`);
  }
}

export const STAFF_COOKIE = new SessionCookie('comanda');
export const GUEST_COOKIE = new SessionCookie('comanda-guest');
