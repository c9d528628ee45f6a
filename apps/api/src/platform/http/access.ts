import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Permission } from '@comanda/shared';
import type { FastifyRequest } from 'fastify';
import { GUEST } from './actor.js';
import type { Actor } from './actor.js';

export const ACCESS = 'comanda:access';

/** Who may call a route: anybody, anybody who is logged in, or staff with a permission. */
export type AccessRule = 'public' | 'staff' | Permission;

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

/** Who makes the request: a guest, or the staff member whose session it carries. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
