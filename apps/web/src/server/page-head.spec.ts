import type { MenuPageRequest } from '@comanda/shared';
import { EVERYTHING_ON_SALE, LOCATION, MENU } from '../app/guest/testing/small-menu';
import { pageDescription, pageHead } from './page-head';

const PAGE: MenuPageRequest = {
  url: 'https://eat.example/',
  location: { ...LOCATION, address: 'Rua da Rosa 14' },
  menu: MENU,
  availability: EVERYTHING_ON_SALE,
};

function schemaOf(head: string): Record<string, unknown> {
  const json = /<script type="application\/ld\+json">(.*)<\/script>/.exec(head)?.[1] ?? '';
  return JSON.parse(json) as Record<string, unknown>;
}

describe('pageHead', () => {
  it('describes the restaurant and its dishes with their prices to search engines', () => {
    const schema = schemaOf(pageHead(PAGE, 'x'));
    expect(schema).toMatchObject({ '@type': 'Restaurant', name: 'Saffron', address: 'Rua da Rosa 14' });
    const leeks = MENU.items.find(({ id }) => id === 'leeks');
    expect(JSON.stringify(schema)).toContain(`"name":${JSON.stringify(leeks?.name)}`);
    expect(JSON.stringify(schema)).toContain('"price":"8.90","priceCurrency":"EUR"');
  });

  it('shows messengers and search engines the photos, by whole addresses', () => {
    const url = '/api/v1/photos/abcdefghij-_KLMNOPQRST/1280.jpg';
    const items = MENU.items.map((item) => (item.id === 'leeks' ? { ...item, photo: { url, alt: 'Leeks' } } : item));
    const head = pageHead({ ...PAGE, menu: { ...MENU, items } }, 'x');
    expect(head).toContain(`<meta property="og:image" content="https://eat.example${url}">`);
    expect(head).toContain('<meta property="og:image:alt" content="Leeks">');
    expect(schemaOf(head)['image']).toEqual([`https://eat.example${url}`]);
    expect(JSON.stringify(schemaOf(head)['hasMenu'])).toContain(`"image":"https://eat.example${url}"`);
    expect(pageHead(PAGE, 'x')).not.toContain('image');
  });

  it('writes what people wrote as text, never as markup', () => {
    const evil = '"><script>alert(1)</script>';
    const head = pageHead({ ...PAGE, location: { ...LOCATION, name: evil } }, evil);
    expect(head).not.toContain('<script>alert');
    expect(schemaOf(head)['name']).toBe(evil);
  });

  it('leads search engines from a table to the menu, and each language to the others', () => {
    const head = pageHead({ ...PAGE, url: 'https://eat.example/de/t/abc' }, 'x');
    expect(head).toContain('<link rel="canonical" href="https://eat.example/de/">');
    expect(head).toContain('<link rel="alternate" hreflang="en" href="https://eat.example/">');
    expect(head).toContain('<link rel="alternate" hreflang="de" href="https://eat.example/de/">');
  });

  it('lets the browser fetch early what the site will ask for, and nothing else', () => {
    const asked = (url: string): string[] =>
      [...pageHead({ ...PAGE, url }, 'x').matchAll(/as="fetch" crossorigin href="([^"]+)"/g)].map(
        ([, href]) => href?.replace('/api/v1', '') ?? '',
      );
    const menu = ['/locations/loc/menu?language=en', '/locations/loc/availability'];
    expect(asked('https://eat.example/')).toEqual(['/locations', ...menu]);
    expect(asked('https://eat.example/?location=loc')).toEqual(['/locations/loc', ...menu]);
    expect(asked('https://eat.example/t/abc')).toEqual(['/tables/abc', '/locations/loc', ...menu]);
  });
});

describe('pageDescription', () => {
  it('is the restaurant in its own words, else what it serves', () => {
    expect(pageDescription({ ...PAGE, location: { ...LOCATION, description: { en: 'Fire.' } } })).toBe('Fire.');
    expect(pageDescription(PAGE)).toMatch(/^Saffron: /);
  });
});
