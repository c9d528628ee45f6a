import { PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { noteHeaders } from './notes.js';

type RouteArguments = Readonly<Record<string, { readonly data?: unknown }>>;

/**
 * Notes at every route which headers it reads. The framework sees only those whose type is plainly `string`; ours are
 * `string | undefined`, because a caller may leave them out.
 */
export function noteHeadersOfRoutes(app: NestFastifyApplication): void {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  for (const { metatype } of controllers) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as object;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const handler = Object.getOwnPropertyDescriptor(prototype, name);
      if (!isRoute(handler)) continue;
      const routeArguments = Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, name) as RouteArguments | undefined;
      noteHeaders(headersIn(routeArguments ?? {}))(prototype, name, handler);
    }
  }
}

function isRoute(property: PropertyDescriptor | undefined): property is PropertyDescriptor {
  const value: unknown = property?.value;
  return typeof value === 'function' && Reflect.hasMetadata(PATH_METADATA, value);
}

function headersIn(routeArguments: RouteArguments): string[] {
  return Object.entries(routeArguments)
    .filter(([key]) => key.startsWith(`${String(RouteParamtypes.HEADERS)}:`))
    .flatMap(([, { data }]) => (typeof data === 'string' ? [data.toLowerCase()] : []));
}
