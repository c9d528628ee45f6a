import type { FastifyRequest } from 'fastify';
import type { MenuAddress } from './menu-pages.js';
import type { SiteLanguage } from './site-folder.js';

/** The language of an address by its first part; the first language stands at the root. */
export function languageAt(path: string, languages: readonly SiteLanguage[]): SiteLanguage | undefined {
  const [first, ...others] = languages;
  return others.find(({ root }) => path.startsWith(root) || `${path}/` === root) ?? first;
}

/** Which menu an address shows; null when it is another page. What is open over the menu makes no other page. */
export function menuAddress(request: FastifyRequest, path: string, language: SiteLanguage): MenuAddress | null {
  const inside = path.startsWith(language.root) ? path.slice(language.root.length) : '';
  const table = /^t\/([\w-]{1,100})$/.exec(inside)?.[1];
  if (inside !== '' && table === undefined) return null;
  const locationId = (request.query as { location?: unknown }).location;
  const place = typeof locationId === 'string' ? `?location=${encodeURIComponent(locationId)}` : '';
  const url = `${request.protocol}://${request.host}${language.root}${inside}${place}`;
  if (!URL.canParse(url)) return null;
  return {
    url: new URL(url).href,
    language: language.tag,
    ...(typeof locationId === 'string' ? { locationId } : {}),
    ...(table === undefined ? {} : { tableToken: table }),
  };
}
