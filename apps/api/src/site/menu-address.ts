import { LANGUAGE_TAG } from '@comanda/shared';
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
  const { location: locationId, menu } = request.query as { location?: unknown; menu?: unknown };
  const page = `${request.protocol}://${request.host}${language.root}${inside}`;
  if (!URL.canParse(page)) return null;
  const url = new URL(page);
  if (typeof locationId === 'string') url.searchParams.set('location', locationId);
  const plain: MenuAddress = {
    url: url.href,
    language: language.tag,
    ...(typeof locationId === 'string' ? { locationId } : {}),
    ...(table === undefined ? {} : { tableToken: table }),
  };
  if (typeof menu !== 'string' || menu === language.tag || !LANGUAGE_TAG.test(menu)) return plain;
  url.searchParams.set('menu', menu);
  return { ...plain, url: url.href, language: menu, otherwise: plain };
}
