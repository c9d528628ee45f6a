import type { FastifyRequest } from 'fastify';

/** The pattern of an API route; every file of the site is one route, and so is every address that leads nowhere. */
export function routeName({ routeOptions: { url } }: FastifyRequest): string {
  if (url === undefined) return 'none';
  return url.startsWith('/api/') || url === '/healthz' || url === '/readyz' ? url : 'site';
}
