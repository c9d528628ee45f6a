import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { DomainError } from './domain-error.js';

type RouteArguments = Readonly<Record<string, { readonly data?: unknown }>>;

/** Refuses query parameters that a route does not declare; one that declares a class of them checks by that. */
@Injectable()
export class KnownQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(query ?? {});
    if (names.length === 0) return true;
    const declared = declaredQuery(context);
    if (declared.includes(undefined)) return true;
    const unknown = names.filter((name) => !declared.includes(name));
    if (unknown.length === 0) return true;
    throw new DomainError(
      'invalid_query',
      'Some query parameters are not known here; see errors.',
      unknown.map(toItem),
    );
  }
}

/** The names that a route takes; undefined stands for a class of them. */
function declaredQuery(context: ExecutionContext): unknown[] {
  const handler = context.getHandler().name;
  const routeArguments = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler) as
    RouteArguments | undefined;
  return Object.entries(routeArguments ?? {})
    .filter(([key]) => key.startsWith(`${String(RouteParamtypes.QUERY)}:`))
    .map(([, { data }]) => data);
}

function toItem(name: string) {
  const detail = `The query parameter "${name}" is not known here. Leave it out.`;
  return { pointer: `#query/${name}`, code: 'unknown_parameter', detail };
}
