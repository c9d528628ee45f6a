import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may } from '@comanda/shared';
import type { FastifyRequest } from 'fastify';
import { ACCESS, rememberActor } from './access.js';
import type { AccessRule } from './access.js';
import { GUEST } from './actor.js';
import type { Staff } from './actor.js';
import { DomainError } from './domain-error.js';
import { SessionReader, sessionSecret } from './session-cookie.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Denies what is not declared; knows staff by their session cookie and asks for the CSRF token on every change. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === undefined) throw new DomainError('forbidden', 'Nobody may use this address.');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const secret = sessionSecret(request);
    const session = secret === undefined ? null : await this.sessions.find(secret);
    const proven = session !== null && (SAFE_METHODS.has(request.method) || hasCsrfToken(request, session.csrfToken));
    // Without the token a change is made as a guest, or not at all: a foreign page can use no session of ours.
    rememberActor(request, proven ? session.staff : GUEST);
    if (rule === 'public') return true;
    if (session && !proven) {
      throw new DomainError('csrf_token_missing', 'Send the csrfToken of your session as X-CSRF-Token.');
    }
    allow(rule, session?.staff, request);
    return true;
  }
}

function allow(rule: Exclude<AccessRule, 'public'>, staff: Staff | undefined, request: FastifyRequest): void {
  if (!staff) throw new DomainError('unauthenticated', 'Log in first.');
  if (rule !== 'staff' && !may(staff.role, rule)) {
    throw new DomainError('forbidden', `Your role may not do this; it needs the permission ${rule}.`);
  }
  const { locationId } = (request.params ?? {}) as { locationId?: string };
  // What belongs to another restaurant does not exist for its neighbours.
  if (locationId !== undefined && locationId !== staff.locationId) {
    throw new DomainError('not_found', 'There is nothing at this address.');
  }
}

function hasCsrfToken(request: FastifyRequest, expected: string): boolean {
  const given = request.headers['x-csrf-token'];
  return typeof given === 'string' && equalInConstantTime(Buffer.from(given), Buffer.from(expected));
}

function equalInConstantTime(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
