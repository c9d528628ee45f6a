import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm run build` makes of apps/web. */
export const SITE_FOLDER = join(import.meta.dirname, '../../../web/dist');
/** The page that every address begins with when nothing was drawn for it; scripts do the rest. */
const PAGE = 'index.html';
const SCRIPT_INSIDE = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** One language of the site. The first one stands at the root, the others below a folder of their name. */
export interface SiteLanguage {
  readonly tag: string;
  /** `/` or `/de/` */
  readonly root: string;
  /** Its page, from the folder of the site's files. */
  readonly file: string;
  /** Pages of areas that have their own, by the first part of the address: `kitchen` is `kitchen.html`. */
  readonly areas: ReadonlyMap<string, string>;
  /** The script that draws pages in this language before they are sent; null when there is none. */
  readonly renderer: string | null;
}

export function siteFiles(folder = SITE_FOLDER): string {
  return join(folder, 'browser');
}

/** The languages of a built site; none when it is not built. */
export function siteLanguages(folder = SITE_FOLDER): SiteLanguage[] {
  const files = siteFiles(folder);
  if (!existsSync(join(files, PAGE))) return [];
  const folders = readdirSync(files).filter((name) => existsSync(join(files, name, PAGE)));
  return ['', ...folders].map((name) => {
    const renderer = join(folder, 'server', name, 'server.mjs');
    const tag = /<html[^>]*\slang="([^"]+)"/.exec(readFileSync(join(files, name, PAGE), 'utf8'))?.[1] ?? 'en';
    return {
      tag,
      root: name === '' ? '/' : `/${name}/`,
      file: join(name, PAGE),
      areas: areasIn(files, name),
      renderer: existsSync(renderer) ? renderer : null,
    };
  });
}

function areasIn(files: string, name: string): Map<string, string> {
  const pages = readdirSync(join(files, name)).filter((file) => file.endsWith('.html') && file !== PAGE);
  return new Map(pages.map((file) => [file.slice(0, -'.html'.length), join(name, file)]));
}

/** The CSP hashes of the scripts that the build wrote into the pages of the site; none without a built site. */
export function inlineScriptsOfSite(folder = SITE_FOLDER): string[] {
  const pages = siteLanguages(folder).flatMap(({ file, areas }) => [file, ...areas.values()]);
  const scripts = pages.flatMap((page) => [
    ...readFileSync(join(siteFiles(folder), page), 'utf8').matchAll(SCRIPT_INSIDE),
  ]);
  const hashes = scripts.map(([, script = '']) => createHash('sha256').update(script).digest('base64'));
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}
