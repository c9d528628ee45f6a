import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LocationDirectory } from '../locations/index.js';
import { languageAt, menuAddress } from './menu-address.js';
import { MenuPages } from './menu-pages.js';
import { PageRenderer } from './page-renderer.js';
import { SITE_FOLDER, siteFiles, siteLanguages } from './site-folder.js';
import { siteManifest } from './site-manifest.js';
import type { SiteLanguage } from './site-folder.js';

/** `main-OJ3AGGIG.js`, `chunk-BK6w7R8e.js`: another content has another name. */
const HASHED = /-[\w-]{8}\.\w+$/;
/** The first parts of the addresses that guests have. */
const GUEST_AREAS = new Set(['', 'account', 'checkout', 'g', 'o', 't']);
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Serves the built site. An address without a file is a page of the site, in the language of its first part; a menu
 * comes drawn, so that it can be read before and without its scripts.
 */
export async function serveSite(app: NestFastifyApplication, folder = SITE_FOLDER): Promise<boolean> {
  const languages = siteLanguages(folder);
  if (languages.length === 0) return false;
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, {
    root: siteFiles(folder),
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('Cache-Control', HASHED.test(basename(path)) ? FOR_EVER : 'no-cache');
    },
  });
  const renderers = startRenderers(languages);
  fastify.addHook('onClose', async () => void (await Promise.all([...renderers.values()].map((each) => each.stop()))));
  fastify.get('/site.webmanifest', async (_, reply) => {
    const location = await app.get(LocationDirectory).first();
    return reply.header('Cache-Control', 'no-cache').type('application/manifest+json').send(siteManifest(location));
  });
  fastify.get('/*', { exposeHeadRoute: true }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const language = languageAt(path, languages);
    if (path.startsWith('/api/') || language === undefined) return reply.callNotFound();
    const address = menuAddress(request, path, language);
    const renderer = renderers.get(language.tag);
    const page = address && renderer ? await app.get(MenuPages).find(address, renderer) : null;
    if (page === null) {
      const { file, isPage } = pageAt(path, language);
      return reply.status(isPage ? 200 : 404).sendFile(file);
    }
    await page.send(reply, request.headers['if-none-match']);
    return reply;
  });
  return true;
}

/** An area that has a page of its own starts with that. Where there is no page the guests' one says so, for programs too. */
function pageAt(path: string, { root, areas, file }: SiteLanguage): { file: string; isPage: boolean } {
  const [area = ''] = path.startsWith(root) ? path.slice(root.length).split('/') : [];
  const own = areas.get(area);
  return { file: own ?? file, isPage: own !== undefined || GUEST_AREAS.has(area) };
}

/** The first language is ready before its first guest; the threads of the others begin with theirs. */
function startRenderers(languages: readonly SiteLanguage[]): Map<string, PageRenderer> {
  const made = languages.flatMap(({ tag, renderer }) =>
    renderer === null ? [] : [[tag, new PageRenderer(renderer)] as const],
  );
  made[0]?.[1].start();
  return new Map(made);
}
