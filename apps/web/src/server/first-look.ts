/** The names that Angular gives to what belongs to a component; a page that is looked at once needs shorter ones. */
const SCOPE = /_ng(content|host)-ng-c(\d+)/g;
const ROOT = /<app-root([^>]*)>([\s\S]*)<\/app-root>/;
const COMPONENT_STYLE = /<style ng-app-id="[^"]*">([\s\S]*?)<\/style>/g;
/** A drawn page has its own of both. */
const DESCRIPTION = /<meta name="description"[^>]*>/;
const NO_SCRIPTS = /<noscript>[\s\S]*?<\/noscript>/;
/** The face of nearly all words on the page; that of the headings may come later. */
const FIRST_FONT = /url\("?([^")]*figtree-latin-wght[^")]*)"?\)/;
const STYLESHEET = /<link rel="stylesheet" href="(styles-[\w-]+\.css)"[^>]*>/;

export interface SiteParts {
  /** The content of a stylesheet of the site by its name. */
  readonly stylesheet: (name: string) => string;
  /** What the page says about itself in its head. */
  readonly head: string;
  /** What only those read who have no scripts. */
  readonly plain: string;
}

/**
 * A drawn page as guests get it: what was drawn stands in `first-look`, readable at once and without scripts, and the
 * site starts hidden behind it until it can take its place (see `FirstLook` in the site).
 */
export function toFirstLook(drawn: string, { stylesheet, head, plain }: SiteParts): string {
  const styles: string[] = [];
  const page = drawn
    .replace(NO_SCRIPTS, '')
    .replace(/<!--(?!\[if)[\s\S]*?-->/g, '')
    .replace(COMPONENT_STYLE, (_, css: string) => {
      styles.push(css);
      return '';
    })
    .replace(/ (ng-version|ng-server-context)="[^"]*"/g, '')
    .replace(
      ROOT,
      (_, of: string, menu: string) => `<first-look${of}>${menu}</first-look>${plain}<app-root hidden></app-root>`,
    )
    .replace(DESCRIPTION, '')
    .replace(STYLESHEET, (_, name: string) => inlineStyle(stylesheet(name)))
    .replace('</head>', () => `${head}<style id="first-look-style">${styles.join('')}</style></head>`);
  return withShortScopes(page);
}

function inlineStyle(css: string): string {
  const font = FIRST_FONT.exec(css)?.[1];
  const early = font === undefined ? '' : `<link rel="preload" as="font" type="font/woff2" crossorigin href="${font}">`;
  return `${early}<style>${css}</style>`;
}

function withShortScopes(page: string): string {
  const short = new Map<string, string>();
  return page.replace(SCOPE, (_, part: string, scope: string) => {
    const name = short.get(scope) ?? String(short.size);
    short.set(scope, name);
    return part === 'host' ? `_h${name}` : `_c${name}`;
  });
}
