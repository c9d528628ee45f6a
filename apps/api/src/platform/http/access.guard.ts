import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may } from '@comanda/shared';
import type { FastifyRequest } from 'fastify';
import { ACCESS, rememberAccess, rememberActor, rememberGuest } from './access.js';
import type { AccessRule } from './access.js';
import { GUEST } from './actor.js';
import type { Staff } from './actor.js';
import { DomainError } from './domain-error.js';
import { GUEST_COOKIE, STAFF_COOKIE } from './session/session-cookie.js';
import { GuestSessionReader, SessionReader } from './session/session-readers.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Denies what is not declared; knows staff and guests by their session cookies, and asks for the CSRF token on every change. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    private readonly guests: GuestSessionReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === undefined) throw new DomainError('forbidden', 'Nobody may use this address.');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (rule === 'guest-account') return this.#letGuestIn(request);
    const secret = STAFF_COOKIE.secretOf(request);
    const session = secret === undefined ? null : await this.sessions.find(secret);
    const proven = session !== null && isProven(request, session.csrfToken);
    // Without the token a change is made as a guest, or not at all: a foreign page can use no session of ours. The staff
    // of one restaurant are guests of the others.
    rememberActor(request, proven && isAtHome(session.staff, request) ? session.staff : GUEST);
    if (rule === 'public') return true;
    if (session && !proven) throw unproven();
    allow(rule, session?.staff, request);
    rememberAccess(request, () => this.#stillMay(secret ?? '', rule, request));
    return true;
  }

  async #stillMay(secret: string, rule: StaffRule, request: FastifyRequest): Promise<boolean> {
    const session = await this.sessions.find(secret);
    return session !== null && holds(session.staff, rule) && isAtHome(session.staff, request);
  }

  async #letGuestIn(request: FastifyRequest): Promise<boolean> {
    const secret = GUEST_COOKIE.secretOf(request);
    const session = secret === undefined ? null : await this.guests.find(secret);
    if (!session) throw new DomainError('unauthenticated', 'Log in to your account first.');
    if (!isProven(request, session.csrfToken)) throw unproven();
    rememberGuest(request, session.guest);
    return true;
  }
}

/** Reading needs no proof: a foreign page cannot see the answer. */
function isProven(request: FastifyRequest, csrfToken: string): boolean {
  return SAFE_METHODS.has(request.method) || hasCsrfToken(request, csrfToken);
}

function unproven(): DomainError {
  return new DomainError('csrf_token_missing', 'Send the csrfToken of your session as X-CSRF-Token.');
}

type StaffRule = Exclude<AccessRule, 'public' | 'guest-account'>;

function allow(rule: StaffRule, staff: Staff | undefined, request: FastifyRequest): void {
  if (!staff) throw new DomainError('unauthenticated', 'Log in first.');
  if (!holds(staff, rule)) {
    throw new DomainError('forbidden', `Your role may not do this; it needs the permission ${rule}.`);
  }
  // What belongs to another restaurant does not exist for its neighbours.
  if (!isAtHome(staff, request)) throw new DomainError('not_found', 'There is nothing at this address.');
}

function holds({ role }: Staff, rule: StaffRule): boolean {
  return rule === 'staff' || may(role, rule);
}

/** False when the address names another restaurant. */
function isAtHome(staff: Staff, request: FastifyRequest): boolean {
  const { locationId = staff.locationId } = (request.params ?? {}) as { locationId?: string };
  return locationId === staff.locationId;
}

function hasCsrfToken(request: FastifyRequest, expected: string): boolean {
  const given = request.headers['x-csrf-token'];
  return typeof given === 'string' && equalInConstantTime(Buffer.from(given), Buffer.from(expected));
}

function equalInConstantTime(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
