import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Permission } from '@comanda/shared';
import type { FastifyRequest } from 'fastify';
import { GUEST } from './actor.js';
import type { Actor, GuestAccount } from './actor.js';

export const ACCESS = 'comanda:access';

/** Who may call a route: anybody, a guest with an account, anybody of the staff, or staff with a permission. */
export type AccessRule = 'public' | 'guest-account' | 'staff' | Permission;

/** Declares who may call a route; a route without it is closed. */
export const Access = (rule: AccessRule): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, rule), ApiExtension('x-comanda-access', rule));

const ACTORS = new WeakMap<FastifyRequest, Actor>();

export function rememberActor(request: FastifyRequest, actor: Actor): void {
  ACTORS.set(request, actor);
}

export function actorOf(request: FastifyRequest): Actor {
  return ACTORS.get(request) ?? GUEST;
}

type Holds = () => Promise<boolean>;

const HOLDS = new WeakMap<FastifyRequest, Holds>();

export function rememberAccess(request: FastifyRequest, holds: Holds): void {
  HOLDS.set(request, holds);
}

/** Tells, whenever it is asked, whether the session that let the request in is still good for it: streams outlive sessions. */
export function accessOf(request: FastifyRequest): Holds {
  return HOLDS.get(request) ?? (() => Promise.resolve(true));
}

/** Who makes the request: a guest, or the staff member whose session it carries. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

const GUESTS = new WeakMap<FastifyRequest, GuestAccount>();

export function rememberGuest(request: FastifyRequest, guest: GuestAccount): void {
  GUESTS.set(request, guest);
}

/** The guest whose session the request carries; only on routes with the access `guest-account`. */
export const CurrentGuest = createParamDecorator((_: unknown, context: ExecutionContext): GuestAccount => {
  const guest = GUESTS.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!guest) throw new Error("Declare @Access('guest-account') on this route.");
  return guest;
});
