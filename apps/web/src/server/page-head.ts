import { photoIdIn, type MenuPageRequest, type Photo } from '@comanda/shared';
import { apiUrl } from '../app/core/api/api-url';
import { SITE_LANGUAGES } from '../app/core/i18n/language';
import { onlyInMenu } from '../app/core/i18n/menu-language';
import { escapeText } from './escape-text';
import { menuSchema } from './menu-schema';

/** What search engines and messengers read, and what the browser can fetch before the site asks for it. */
export function pageHead(page: MenuPageRequest, description: string): string {
  const { location, menu, url } = page;
  const photo = menu.items.find((item) => item.photo !== undefined)?.photo;
  const address = canonical(url);
  return [
    meta('name', 'description', description),
    meta('property', 'og:type', 'restaurant.menu'),
    meta('property', 'og:title', location.name),
    meta('property', 'og:description', description),
    meta('property', 'og:url', address),
    ...(photo === undefined ? [] : imageMeta(photo, url)),
    // A table is nobody's search result: its page points at the menu that everybody may see.
    '<link rel="manifest" href="/site.webmanifest">',
    `<link rel="canonical" href="${escapeText(address)}">`,
    ...SITE_LANGUAGES.map(({ tag, path }) => alternate(tag, new URL(`${path}/`, url).href)),
    ...onlyInMenu(menu.languages).map((tag) => alternate(tag, new URL(`/?menu=${tag}`, url).href)),
    ...preloads(page).map((href) => `<link rel="preload" as="fetch" crossorigin href="${escapeText(href)}">`),
    `<script type="application/ld+json">${menuSchema(page, address)}</script>`,
  ].join('');
}

/** What messengers show of a link: the first photo of the menu, large and as JPEG. */
function imageMeta({ url, alt }: Photo<string>, page: string): string[] {
  const isOurs = photoIdIn(url) !== null;
  return [
    meta('property', 'og:image', new URL(url, page).href),
    meta('property', 'og:image:alt', alt),
    ...(isOurs ? [meta('property', 'og:image:width', '1280'), meta('property', 'og:image:height', '960')] : []),
    meta('name', 'twitter:card', 'summary_large_image'),
  ];
}

/** The restaurant in its own words, else what it serves. */
export function pageDescription({ location, menu }: MenuPageRequest): string {
  const own = location.description?.[menu.language] ?? location.description?.[location.defaultLanguage];
  return own ?? `${location.name}: ${menu.sections.map(({ name }) => name).join(', ')}`;
}

function canonical(url: string): string {
  const address = new URL(url);
  address.pathname = address.pathname.replace(/t\/[^/]+$/, '');
  return address.href;
}

function preloads({ url, location, menu }: MenuPageRequest): string[] {
  const own = apiUrl('/locations', location.id);
  const { pathname, searchParams } = new URL(url);
  const token = /\/t\/([^/]+)$/.exec(pathname)?.[1];
  const place =
    token === undefined
      ? [searchParams.has('location') ? own : apiUrl('/locations')]
      : [apiUrl('/tables', decodeURIComponent(token)), own];
  return [...place, `${own}/menu?language=${menu.language}`, `${own}/availability`];
}

function alternate(language: string, href: string): string {
  return `<link rel="alternate" hreflang="${language}" href="${escapeText(href)}">`;
}

function meta(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escapeText(content)}">`;
}
