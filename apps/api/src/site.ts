import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const FOLDER = join(import.meta.dirname, '../../web/dist/browser');

/** Serves the built site; an address without a file is a page of the site, in the language of its first part. */
export async function serveSite(app: NestFastifyApplication, folder = FOLDER): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false;
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, { root: folder, wildcard: false, index: false });
  fastify.get('/*', { exposeHeadRoute: true }, (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/')) return reply.callNotFound();
    return reply.sendFile(/^\/de(\/|$)/.test(path) ? 'de/index.html' : 'index.html');
  });
  return true;
}
