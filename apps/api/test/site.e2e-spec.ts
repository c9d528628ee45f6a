import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuDocument, MenuItemView, StaffTableView } from '@comanda/shared';
import { inlineScriptsOfSite, serveSite } from '../src/site/index.js';
import { openOffice } from './office.js';
import type { Office } from './office.js';

/** A renderer that writes what it was given and how often it was asked; what is broken it cannot draw. */
const RENDERER = `
import { parentPort } from 'node:worker_threads';
let drawn = 0;
parentPort.on('message', ({ id, page }) => {
  if (page.url.includes('broken')) return parentPort.postMessage({ id, fault: 'No.' });
  if (page.url.includes('crash')) throw new Error('Gone.');
  const off = page.availability.suspensions.map(({ targetId }) => targetId);
  const { table, url, menu: { revision, language } } = page;
  const said = { drawn: (drawn += 1), url, revision, language, off, table: table?.name, filler: 'x'.repeat(3000) };
  parentPort.postMessage({ id, html: JSON.stringify(said) });
});`;

interface Said {
  readonly drawn: number;
  readonly url: string;
  readonly revision: number;
  readonly language: string;
  readonly off: readonly string[];
  readonly table?: string;
}

describe('the site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-site-'));
  let office: Office;
  const get = (url: string, headers: Record<string, string> = {}) => office.app.inject({ url, headers });
  const look = async (url: string): Promise<Said> => (await get(url)).json<Said>();

  beforeAll(async () => {
    for (const inside of ['browser/de', 'server/de']) mkdirSync(join(folder, inside), { recursive: true });
    writeFileSync(
      join(folder, 'browser/index.html'),
      '<html lang="en"><script src="main.js"></script><script>go()</script></html>',
    );
    writeFileSync(join(folder, 'browser/de/index.html'), '<html lang="de"><script>go()</script></html>');
    writeFileSync(join(folder, 'browser/de/kitchen.html'), '<html lang="en">the kitchen</html>');
    writeFileSync(join(folder, 'browser/main-OJ3AGGIG.js'), `export const text = "${'x'.repeat(5000)}";`);
    writeFileSync(join(folder, 'browser/logo.svg'), '<svg/>');
    for (const inside of ['server', 'server/de']) writeFileSync(join(folder, inside, 'server.mjs'), RENDERER);
    office = await openOffice(undefined, { before: async (app) => void (await serveSite(app, folder)) });
  });
  afterAll(async () => {
    await office.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['/', 'no-cache'],
    ['/account/orders', 'no-cache'],
    ['/de/checkout', 'no-cache'],
    ['/logo.svg', 'no-cache'],
    ['/main-OJ3AGGIG.js', 'public, max-age=31536000, immutable'],
  ])('lets a browser keep %s: %s', async (url, kept) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, kept]);
  });

  it('comes packed', async () => {
    for (const url of ['/main-OJ3AGGIG.js', '/']) {
      for (const packing of ['br', 'gzip']) {
        const answer = await get(url, { 'accept-encoding': packing });
        expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, packing]);
      }
    }
  });

  it('has one hash for the script that its pages share', () => {
    expect(inlineScriptsOfSite(folder)).toEqual([expect.stringMatching(/^'sha256-[\w+/]{43}='$/)]);
    expect(inlineScriptsOfSite(join(folder, 'nowhere'))).toEqual([]);
  });

  it('draws a menu once for all who look, whatever is open over it, and answers 304 to those who have it', async () => {
    const first = await get('/');
    const other = await get('/?item=leeks&basket=open');
    expect(other.body).toBe(first.body);
    const again = await get('/', { 'if-none-match': String(first.headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('draws it anew as soon as a dish is off sale or the menu has changed, and only then', async () => {
    const before = await look('/');
    await office.call('PUT', 'ordering', { paused: false });
    expect((await look('/')).drawn).toBe(before.drawn);
    await office.call('PUT', 'suspensions/item/leeks', {});
    const sold = await look('/');
    expect([sold.off, sold.drawn]).toEqual([['leeks'], before.drawn + 1]);
    const { etag, item } = await office.read<MenuItemView>('menu-items/leeks');
    const dear = { priceMinor: 990 };
    await office.call('PATCH', `menu-variants/${item.variants[0]?.id ?? ''}`, dear, { 'if-match': etag });
    const dearer = await Promise.all([look('/'), look('/'), look('/')]);
    expect(dearer.map(({ revision, drawn }) => [revision, drawn])).toEqual(
      Array.from({ length: 3 }, () => [before.revision + 1, sold.drawn + 1]),
    );
  });

  it('draws each language, restaurant and table for itself', async () => {
    const [table] = await office.read<readonly StaffTableView[]>('tables');
    expect((await look('/de/')).url).toBe('http://localhost/de/');
    expect((await look(`/?location=${office.locationId}`)).url).toContain(office.locationId);
    expect((await look(String(table?.guestPath))).table).toBe(table?.name);
  });

  it('draws it in a language that only the menu has, and keeps no page for one that it has not', async () => {
    const document = await office.read<MenuDocument>('menu-document');
    await office.call('POST', 'menu-imports', { ...document, languages: [...document.languages, 'th'] });
    const plain = await look('/');
    const thai = await look('/?item=leeks&menu=th');
    expect([thai.language, thai.url]).toEqual(['th', 'http://localhost/?menu=th']);
    expect(await look('/?menu=th')).toEqual(thai);
    expect(await look('/de/?menu=th')).toMatchObject({ language: 'th', url: 'http://localhost/de/?menu=th' });
    for (const menu of ['fr', 'xx-1234', 'constructor', 'en', '<b>', 'th&menu=fr', '']) {
      expect(await look(`/?menu=${menu}`)).toEqual(plain);
    }
    const [table] = await office.read<readonly StaffTableView[]>('tables');
    expect(await look(`${String(table?.guestPath)}?menu=th`)).toMatchObject({ language: 'th', table: table?.name });
  });

  it.each(['/?location=nowhere', '/t/nobody', '/?location=broken', '/checkout', '/de/o/token'])(
    'gives the bare page where nothing can be drawn: %s',
    async (url) => {
      const answer = await get(url);
      expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('<script>go()')]);
    },
  );

  it.each(['/menu/anything', '/de/speisekarte', '/chunk-GONE1234.js'])(
    'has no page at %s, and says so',
    async (url) => {
      const answer = await get(url);
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([404, 'no-cache']);
      expect(answer.body).toContain('<script>go()');
    },
  );

  it('says under which name a phone may keep it', async () => {
    const answer = await get('/site.webmanifest');
    expect(answer.headers['content-type']).toContain('application/manifest+json');
    expect(answer.json()).toMatchObject({ name: 'Fennel & Ember', start_url: '/', display: 'standalone' });
  });

  it.each([
    ['/de/kitchen', 'the kitchen'],
    ['/de/kitchen/grill?a=1', 'the kitchen'],
    ['/de/kitchens', 'lang="de"'],
    ['/kitchen', 'src="main.js"'],
  ])('%s starts with the page of its area and language', async (url, mark) => {
    expect((await get(url)).body).toContain(mark);
  });

  it('outlives a renderer that breaks or ends', async () => {
    for (const host of ['broken.example', 'crash.example']) {
      expect((await get('/', { host })).body).toContain('<script>go()');
    }
    expect((await look('/')).url).toBe('http://localhost/');
  });
});
