import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Item, MenuDocument, QuoteView, Text, Variant } from '@comanda/shared';
import { groupsOf, indexMenu } from '@comanda/shared/pricing';
import { command, DEMO, startServer } from './server.js';
import type { LogIn, Server, Told } from './server.js';

const OURS = resolve(import.meta.dirname, 'fixtures');
const REAL = resolve(import.meta.dirname, '../../../../shared/data/menus');
const PRESENT = existsSync(REAL);
if (!PRESENT) console.warn(`Left out: the real menus are not at ${REAL}.`);

const EURO = { timezone: 'Europe/Berlin', currency: 'EUR', languages: 'en' };
let server: Server;
let folder: string;

beforeAll(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'comanda-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

async function exported(as: LogIn): Promise<MenuDocument> {
  const told = await server.comanda(['export'], as);
  expect(told.code).toBe(0);
  return JSON.parse(told.out) as MenuDocument;
}

function countsOf(menu: MenuDocument): number[] {
  const variants = menu.items.flatMap((item) => item.variants);
  return [
    menu.sections.length,
    menu.items.length,
    variants.length,
    menu.modifierGroups.length,
    menu.modifierGroups.flatMap(({ options }) => options).length,
    variants.reduce((sum, { priceMinor }) => sum + priceMinor, 0),
  ];
}

/** The row of a kind in the table that the import prints: new, changed, same, removed. */
function row({ said }: Told, kind: string): number[] {
  const line = said.split('\n').find((each) => each.startsWith(`${kind} `)) ?? '';
  return line.trim().split(/\s+/).slice(1).map(Number);
}

/** A line of the dish with the dearest option of each of its groups. */
function dearest(menu: MenuDocument, item: Item<Text>, variant: Variant<Text>) {
  const options = groupsOf(indexMenu(menu), item, variant).flatMap(({ id: groupId, options: all }) => {
    const [top] = [...all].sort((a, b) => b.priceMinor - a.priceMinor);
    return top ? [{ groupId, optionId: top.id }] : [];
  });
  return { itemId: item.id, variantId: variant.id, quantity: 1, options };
}

/** How many sizes can be ordered so, and what they cost together, by the public quotes. */
async function quoted({ locationId }: { readonly locationId: string }, menu: MenuDocument): Promise<number[]> {
  const lines = menu.items.flatMap((item) => item.variants.map((variant) => dearest(menu, item, variant)));
  const totals: number[] = [];
  for (let from = 0; from < lines.length; from += 100) {
    const answer = await fetch(`${server.address}/api/v1/locations/${locationId}/quotes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fulfilment: { type: 'pickup' }, lines: lines.slice(from, from + 100) }),
    });
    const quote = (await answer.json()) as QuoteView;
    totals.push(...quote.lines.map(({ totalMinor }) => totalMinor));
  }
  return [totals.length, totals.reduce((sum, each) => sum + each, 0)];
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a menu of our own making', () => {
  it('comes in, in two languages, and goes out again', async () => {
    const as = await server.open('Two languages', EURO);
    const first = await server.comanda(['import', join(OURS, 'old-till.en.json')], as);
    expect([first.code, row(first, 'dishes'), row(first, 'sizes')]).toEqual([0, [3, 0, 0, 0], [4, 0, 0, 0]]);
    expect(first.said).toMatch(/warning: modifier-group g2 "Heat"/);
    const second = await server.comanda(['import', join(OURS, 'old-till.de.json')], as);
    expect([second.code, row(second, 'dishes'), row(second, 'options')]).toEqual([0, [0, 3, 0, 0], [0, 4, 0, 0]]);
    expect(second.said).toMatch(/Guests cannot choose de yet/);
    const again = await server.comanda(['import', join(OURS, 'old-till.de.json')], as);
    expect([row(again, 'dishes'), again.said.includes('nothing differs')]).toEqual([[0, 0, 3, 0], true]);
    const menu = await exported(as);
    expect(menu.items[0]?.name).toEqual({ en: 'Leek tart', de: 'Lauchtarte' });

    const out = join(folder, 'out.json');
    expect((await server.comanda(['export', '--output', out], as)).code).toBe(0);
    const back = await server.comanda(['import', out, '--mode', 'replace'], as);
    expect([back.code, back.said.includes('nothing differs')]).toEqual([0, true]);
    expect(await exported(as)).toEqual(menu);
  });

  it('is only looked at in a dry run', async () => {
    const as = await server.open('Dry run', EURO);
    const told = await server.comanda(['import', join(OURS, 'old-till.en.json'), '--dry-run'], as);
    expect([told.code, row(told, 'dishes')]).toEqual([0, [3, 0, 0, 0]]);
    expect((await exported(as)).items).toEqual([]);
  });

  it('gets a station for each section', async () => {
    const as = await server.open('Stations', EURO);
    const told = await server.comanda(['import', join(OURS, 'old-till.en.json'), '--station-per-section'], as);
    expect(told.said).toMatch(/Stations: From the oven, To drink\./);
    expect((await exported(as)).items.map(({ stationId }) => stationId)).toEqual([
      'section-10',
      'section-10',
      'section-20',
    ]);
  });
});

describe('an account', () => {
  const anna = ['staff', 'create', '--name', 'Anna', '--email', 'anna@corner.example', '--role', 'waiter'];

  it('is given by the admin, with a password that stands in no argument', async () => {
    const as = await server.open('Accounts', EURO);
    const secret = { COMANDA_PASSWORD: as.password, COMANDA_NEW_PASSWORD: 'a long new sentence' };
    const words = [...anna, '--server', server.address, '--user', as.user];
    const made = await command(words, secret);
    expect([made.code, made.said]).toEqual([0, 'Anna can log in as anna@corner.example, with the role waiter.']);
    const again = await command(words, secret);
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('Somebody has this e-mail already')]);
    const short = await command(words, { ...secret, COMANDA_NEW_PASSWORD: 'short' });
    expect([short.code, short.said]).toEqual([2, expect.stringContaining('needs 10 characters')]);
    const owner = await server.comanda(['staff', 'create', '--name', 'A', '--email', 'a@b.example', '--role', 'owner']);
    expect([owner.code, owner.said]).toEqual([2, expect.stringContaining('Allowed choices are')]);
  });
});

describe('is told in a plain sentence:', () => {
  const menu = join(OURS, 'old-till.en.json');
  it.each<[string, () => Promise<Told>, number, RegExp]>([
    ['a wrong password', () => server.comanda(['export'], { ...DEMO, password: 'wrong' }), 4, /e-mail or the password/],
    ['another restaurant', () => server.comanda(['export', '--location', 'Elsewhere']), 4, /works at Fennel & Ember/],
    [
      'a server that is away',
      () => command(['export', '--server', 'http://127.0.0.1:9', '--user', 'a@b.example'], { COMANDA_PASSWORD: 'x' }),
      3,
      /Nobody answers at http:\/\/127\.0\.0\.1:9\./,
    ],
    [
      'an address that is none',
      () => command(['export', '--server', 'nowhere', '--user', 'a@b.example'], { COMANDA_PASSWORD: 'x' }),
      2,
      /is no address/,
    ],
    ['an unknown option', () => server.comanda(['import', menu, '--dry']), 2, /Unknown option '--dry'/],
    ['an unknown mode', () => server.comanda(['import', menu, '--mode', 'sideways']), 2, /merge, replace/],
    ['an unknown command', () => server.comanda(['imprt', menu]), 2, /Unknown command 'imprt'/],
    ['no command', () => command([], {}), 2, /comanda --help/],
    ['no user', () => command(['export'], {}), 2, /--user/],
    ['no password', () => command(['export', '--user', 'a@b.example'], {}), 2, /COMANDA_PASSWORD/],
    ['a file that is not there', () => server.comanda(['import', join(folder, 'none.json')]), 2, /no such file/],
    ['a folder', () => server.comanda(['import', folder]), 2, /a folder/],
    [
      'half a JSON file',
      () => server.comanda(['import', file('half.json', '{"a": [\n 1,')]),
      2,
      /row 2, column 4: .*end of input/,
    ],
    ['a misplaced comma', () => server.comanda(['import', file('comma.json', '{\n "a": ,}')]), 2, /row 2, column 7/],
    ['a file in Latin 1', () => server.comanda(['import', file('latin.json', Buffer.from([34, 10, 233]))]), 2, /row 2/],
    ['a CSV row too long', () => server.comanda(['import', file('long.csv', 'a,b\n1,2\n1,2,3\n')]), 2, /row 3/],
    ['an open quotation mark', () => server.comanda(['import', file('open.csv', 'a,b\n1,"2\n')]), 2, /never closed/],
    ['what is no menu', () => server.comanda(['import', file('no-menu.json', '{"a":1}')]), 1, /no menu/],
    [
      'prices in another currency',
      () => server.comanda(['import', file('yen.json', readFileSync(menu, 'utf8').replace('EUR', 'JPY'))]),
      1,
      /JPY, the restaurant in EUR[^]*\/currency/,
    ],
  ])('%s', async (_name, act, code, sentence) => {
    const told = await act();
    expect(told.said).toMatch(sentence);
    expect(told.said).not.toMatch(/\bat .*:\d+:\d+|Error:|undefined/);
    expect(told.code).toBe(code);
  });
});

describe('another server', () => {
  const answers: Record<string, object> = {
    'POST /api/v1/session': { csrfToken: 'x', locationId: 'a' },
    'GET /api/v1/locations/a': { id: 'a', name: 'Old version', languages: ['en'] },
    'GET /api/v1/locations/a/menu-document': { items: [] },
  };
  let old: HttpServer;
  let address: string;

  beforeAll(async () => {
    old = createServer((request, reply) => {
      const answer = answers[`${request.method ?? ''} ${request.url ?? ''}`];
      reply.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
      reply.end(answer ? JSON.stringify(answer) : 'nothing');
    }).listen(0, '127.0.0.1');
    await once(old, 'listening');
    address = `http://127.0.0.1:${(old.address() as AddressInfo).port}`;
  });
  afterAll(() => old.close());

  const exporting = (...words: string[]) =>
    command(['export', '--user', 'a@b.example', ...words], { COMANDA_PASSWORD: 'x' });

  it('that writes no CSV never gets its JSON into a CSV file', async () => {
    const output = join(folder, 'never.csv');
    const told = await exporting('--server', address, '--output', output);
    expect([told.code, told.said, existsSync(output)]).toEqual([
      1,
      expect.stringMatching(/not write menus as CSV/),
      false,
    ]);
  });

  it('that is not Comanda is told', async () => {
    const told = await exporting('--server', `${address}/elsewhere`);
    expect([told.code, told.said]).toEqual([3, expect.stringMatching(/not Comanda/)]);
  });
});

(PRESENT ? describe : describe.skip)('real menus', () => {
  it.each([
    ['kfc', [11, 45, 52, 47, 114, 675_800], [45, 536_400]],
    ['koi', [7, 35, 70, 8, 28, 561_000], [70, 659_000]],
    ['greyhound', [15, 113, 113, 3, 7, 2_352_500], [113, 2_356_500]],
    ['godiva', [11, 29, 40, 1, 4, 907_900], [40, 907_900]],
    ['saigon', [13, 110, 126, 3, 10, 2_571_800], [126, 2_670_400]],
    ['honmono_sushi', [12, 113, 113, 0, 0, 6_653_000], [113, 6_653_000]],
  ])('%s comes in whole, and its Thai file creates nothing', async (name, counts, orderable) => {
    const as = await server.open(name, { timezone: 'Asia/Bangkok', currency: 'THB', languages: 'en,th' });
    const english = await server.comanda(['import', join(REAL, `foodpanda-${name}_en.json`)], as);
    expect([english.code, row(english, 'dishes')[0]]).toEqual([0, counts[1]]);
    const menu = await exported(as);
    expect([countsOf(menu), await quoted(as, menu)]).toEqual([counts, orderable]);
    const thai = await server.comanda(['import', join(REAL, `foodpanda-${name}_th.json`)], as);
    const created = ['sections', 'dishes', 'sizes', 'groups', 'options'].map((kind) => row(thai, kind)[0]);
    expect([thai.code, created]).toEqual([0, [0, 0, 0, 0, 0]]);
    const both = await exported(as);
    expect([countsOf(both), both.languages]).toEqual([counts, ['en', 'th']]);
  });

  it.each([
    ['german-asia-bistro.json', 'EUR', 'Europe/Berlin', 'de', [24, 255, 255, 1, 2, 182_480]],
    ['ubereats-taiwan.json', 'TWD', 'Asia/Taipei', 'zh-Hant', [1, 7, 7, 5, 18, 93_400]],
    ['matsunoya.json', 'JPY', 'Asia/Tokyo', 'ja', [1, 155, 155, 0, 0, 128_910]],
    ['taste-of-the-world.json', 'USD', 'America/New_York', 'en', [4, 32, 32, 0, 0, 42_515]],
  ])('%s comes in whole', async (name, currency, timezone, languages, counts) => {
    const as = await server.open(name, { timezone, currency, languages });
    expect((await server.comanda(['import', join(REAL, name)], as)).code).toBe(0);
    expect(countsOf(await exported(as))).toEqual(counts);
  });
});
