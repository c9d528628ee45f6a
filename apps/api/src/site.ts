import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const FOLDER = join(import.meta.dirname, '../../web/dist/browser');
/** `main-OJ3AGGIG.js`, `chunk-BK6w7R8e.js`: another content has another name. */
const HASHED = /-[\w-]{8}\.\w+$/;
const FOR_EVER = 'public, max-age=31536000, immutable';
const SCRIPT_INSIDE = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Serves the built site. An address without a file is a page of the site, in the language of its first part; an area that
 * has a page of its own (`kitchen.html`) starts with that.
 */
export async function serveSite(app: NestFastifyApplication, folder = FOLDER): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false;
  const pages = pagesOfSite(folder);
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
    return reply.sendFile(pageOf(path, pages));
  });
  return true;
}

/** The CSP hashes of the scripts that the build wrote into the pages of the site; none without a built site. */
export function inlineScriptsOfSite(folder = FOLDER): string[] {
  const pages = pagesOfSite(folder).map((page) => readFileSync(join(folder, page), 'utf8'));
  const scripts = pages.flatMap((html) => [...html.matchAll(SCRIPT_INSIDE)]);
  const hashes = scripts.map(([, script = '']) => createHash('sha256').update(script).digest('base64'));
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}

function pagesOfSite(folder: string): string[] {
  const here = ['', 'de/'].filter((language) => existsSync(join(folder, language)));
  return here.flatMap((language) =>
    readdirSync(join(folder, language)).flatMap((file) => (file.endsWith('.html') ? [language + file] : [])),
  );
}

function pageOf(path: string, pages: readonly string[]): string {
  const [, language = '', area = ''] = /^\/(de\/|de$)?([^/]*)/.exec(path) ?? [];
  const folder = language === '' ? '' : 'de/';
  const own = `${folder}${area}.html`;
  return pages.includes(own) ? own : `${folder}index.html`;
}
