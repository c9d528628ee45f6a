import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const FOLDER = join(import.meta.dirname, '../../web/dist/browser');
const PAGES = ['index.html', 'de/index.html'];
/** `main-OJ3AGGIG.js`, `chunk-BK6w7R8e.js`: another content has another name. */
const HASHED = /-[\w-]{8}\.\w+$/;
const FOR_EVER = 'public, max-age=31536000, immutable';
const SCRIPT_INSIDE = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Serves the built site; an address without a file is a page of the site, in the language of its first part. */
export async function serveSite(app: NestFastifyApplication, folder = FOLDER): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false;
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('Cache-Control', HASHED.test(basename(path)) ? FOR_EVER : 'no-cache');
    },
  });
  fastify.get('/*', { exposeHeadRoute: true }, (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/')) return reply.callNotFound();
    return reply.sendFile(/^\/de(\/|$)/.test(path) ? 'de/index.html' : 'index.html');
  });
  return true;
}

/** The CSP hashes of the scripts that the build wrote into the pages of the site; none without a built site. */
export function inlineScriptsOfSite(folder = FOLDER): string[] {
  const pages = PAGES.map((page) => join(folder, page)).filter((path) => existsSync(path));
  const scripts = pages.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(SCRIPT_INSIDE)]);
  const hashes = scripts.map(([, script = '']) => createHash('sha256').update(script).digest('base64'));
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}
