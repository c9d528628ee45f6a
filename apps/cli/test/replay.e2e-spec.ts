import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServer } from './server.js';
import type { LogIn, Server, Told } from './server.js';

const OURS = resolve(import.meta.dirname, 'fixtures');
const REAL = resolve(import.meta.dirname, '../../../../shared/data');
const PRESENT = existsSync(REAL);
if (!PRESENT) console.warn(`Left out: the real orders are not at ${REAL}.`);

const EURO = { timezone: 'Europe/Berlin', currency: 'EUR', languages: 'en,de', 'day-ends': '04:00' };
const DOLLAR = { timezone: 'America/New_York', currency: 'USD', languages: 'en' };
let server: Server;
let folder: string;

beforeAll(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'comanda-replay-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

/** The summary by its words; a line without a word belongs to the one above. */
function summaryOf({ said }: Told): Record<string, string> {
  const summary: Record<string, string> = {};
  let word = '';
  for (const line of said.split('\n')) {
    word = line.slice(0, 10).trim() || word;
    if (line[10] === ' ') summary[word] = [summary[word], line.slice(11)].filter(Boolean).join('; ');
  }
  return summary;
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function oldTill(name: string): Promise<LogIn> {
  const as = await server.open(name, EURO);
  for (const language of ['en', 'de']) {
    const told = await server.comanda(['import', join(OURS, `old-till.${language}.json`), '--station-per-section'], as);
    expect(told.code).toBe(0);
  }
  return as;
}

const ORDERS = join(OURS, 'old-till-orders.csv');

describe('orders of our own making', () => {
  it('are taken over at the prices that were paid, once', async () => {
    const as = await oldTill('Takes over');
    const first = await server.comanda(['replay', ORDERS], as);
    expect(first.code).toBe(0);
    expect(summaryOf(first)).toMatchObject({
      Orders: '4 taken over, 0 were there before, 0 refused',
      'Left out': '1 lines without a dish of the menu, 1 orders without any line',
      // Three teas for 10.00 do not divide: two at 3.33, one at 3.34.
      Lines: '6 with 8 units',
      Options: '3 chosen, most often Green salad 1, Hot 1, Sour cream 1',
      Revenue: '€61.40, as recorded',
      Prices:
        "3 of 5 lines differ from today's menu: 0 dearer, 3 cheaper; the recorded price was kept: €61.40; at menu prices €68.30",
      // Half past one at night belongs to the day before.
      Report: '4 orders, €61.40, 5 tickets from 2026-03-06 to 2026-03-07',
      'Best day': '2026-03-06: 3 orders, €32.40',
      Busiest: '2 orders in 15 minutes from 2026-03-06 12:01:10',
      'On boards': 'From the oven 3, To drink 2',
    });
    const second = await server.comanda(['replay', ORDERS], as);
    expect([second.code, summaryOf(second)]).toMatchObject([
      0,
      {
        Orders: '0 taken over, 4 were there before, 0 refused',
        Report: '4 orders, €61.40, 5 tickets from 2026-03-06 to 2026-03-07',
      },
    ]);
  });

  it('go on where they were stopped', async () => {
    const as = await oldTill('Goes on');
    const stopping = new AbortController();
    // The second order is due a minute after the first.
    const pace = ['--speed-up', '9', '--concurrency', '1'];
    const stopped = await server.comanda(['replay', ORDERS, ...pace], as, stopping);
    expect([stopped.code, stopped.said]).toEqual([130, expect.stringMatching(/1 of 4 orders are done\. Run the same/)]);
    const rest = await server.comanda(['replay', ORDERS, '--finish'], as);
    expect(summaryOf(rest)).toMatchObject({
      Orders: expect.stringMatching(/^3 taken over, 1 were there.*4 of them handed/),
    });
    expect(summaryOf(rest)['On boards']).toBeUndefined();
  });

  it('keep their pace', async () => {
    const as = await oldTill('Pace');
    const begun = performance.now();
    const lines = readFileSync(ORDERS, 'utf8').split('\n').slice(0, 4).join('\n');
    const told = await server.comanda(['replay', file('pace.csv', lines), '--speed-up', '1000'], as);
    expect(told.code).toBe(0);
    expect(performance.now() - begun).toBeGreaterThan(529);
  });

  it('make a menu where there is none', async () => {
    const as = await server.open('Stall', EURO);
    const path = join(OURS, 'stall-orders.csv');
    const told = await server.comanda(['replay', path, '--amounts', 'major', '--undated-at', '2026-05-01T12:00'], as);
    expect(told.said).toMatch(/Added 2 dishes and 3 options/);
    expect(summaryOf(told)).toMatchObject({
      Orders: '3 taken over, 0 were there before, 0 refused',
      Options: '4 chosen, most often Chickpeas 2, No ice 1, Tahini 1',
      Revenue: '€29.70, as recorded',
      Prices: expect.stringMatching(/^1 of 4 lines differ from today's menu: 1 dearer, 0 cheaper/),
      'Best day': '2026-05-01: 3 orders, €29.70',
    });
  });

  it('are sent only when the menu has all their dishes, or when told what to do', async () => {
    const as = await oldTill('Lacks');
    const path = file(
      'lacks.csv',
      'order_id,placed_at,item,unit_price\n1,2026-03-06T12:00:00,Leek cake,500\n1,,3,350\n',
    );
    const refused = await server.comanda(['replay', path], as);
    expect([refused.code, refused.said]).toEqual([2, expect.stringMatching(/lacks 1 dishes[^]*"Leek cake"/)]);
    const without = await server.comanda(['replay', path, '--source', 'a', '--leave-out-missing'], as);
    expect(summaryOf(without)).toMatchObject({ Revenue: '€3.50, as recorded' });
    const added = await server.comanda(['replay', path, '--source', 'b', '--add-missing'], as);
    expect(summaryOf(added)).toMatchObject({ Revenue: '€8.50, as recorded' });
  });

  it('that the menu refuses are named, and the others are taken', async () => {
    const as = await oldTill('Refuses');
    const path = file('refuses.csv', 'order_id,placed_at,item\n7,2026-03-06T12:00:00,2\n8,2026-03-06T12:00:00,3\n');
    const told = await server.comanda(['replay', path], as);
    expect([told.code, summaryOf(told)]).toMatchObject([1, { Orders: '1 taken over, 0 were there before, 1 refused' }]);
    expect(told.said).toMatch(/order 7 \(rows 2 to 2\): .*Heat: choose at least 1/);
  });
});

describe('a file that is wrong is told by row and column:', () => {
  it.each([
    ['no heading', '1,2\n', /lacks the column order_id and item|needs a heading/],
    ['nothing', '', /no orders/],
    ['another heading', 'id,dish\n1,2\n', /lacks the column order_id and item/],
    ['a row too long', 'order_id,item\n1,2,3\n', /row 2 has another number of columns/],
    ['no quantity', 'order_id,item,quantity\n1,a,0\n', /row 2, column quantity: "0" is no whole number/],
    ['half a price', 'order_id,item,unit_price\n1,a,1.5\n', /row 2, column unit_price: .*--amounts major/],
    ['a negative price', 'order_id,item,unit_price\n1,a,-5\n', /row 2, column unit_price: "-5" is no amount/],
    ['no time', 'order_id,item,placed_at\n1,a,2026-02-30T12:00\n', /row 2, column placed_at/],
    ['no id', 'order_id,item\n1,a\n,b\n', /row 3, column order_id/],
    [
      'several',
      'order_id,item,quantity,unit_price\n1,a,x,y\n2,b,-1,1\n',
      /row 2, column unit_price[^]*row 2, column quantity[^]*row 3/,
    ],
  ])('%s', async (name, content, sentence) => {
    const told = await server.comanda(['replay', file(`${name}.csv`, content)]);
    expect([told.code, told.said]).toEqual([2, expect.stringMatching(sentence)]);
  });

  it('a pace without times', async () => {
    const told = await server.comanda([
      'replay',
      join(OURS, 'stall-orders.csv'),
      '--amounts',
      'major',
      '--speed-up',
      '2',
    ]);
    expect([told.code, told.said]).toEqual([2, expect.stringMatching(/3 orders have no time/)]);
  });
});

/** All of a file on SQLite; on the other database its first orders, so that the tests stay quick. */
function share(name: string): { readonly path: string; readonly whole: boolean } {
  const path = join(REAL, 'orders', name);
  if (process.env['COMANDA_TEST_DB'] !== 'mariadb') return { path, whole: true };
  const some = readFileSync(path, 'utf8').split('\n').slice(0, 201).join('\n');
  return { path: file(name, some), whole: false };
}

(PRESENT ? describe : describe.skip)('real orders', () => {
  const LONG = 600_000;

  it(
    'of a quarter with times',
    async () => {
      const as = await server.open('A quarter', DOLLAR);
      const menu = join(REAL, 'menus/taste-of-the-world.json');
      expect((await server.comanda(['import', menu, '--station-per-section'], as)).code).toBe(0);
      const { path, whole } = share('taste-of-the-world.csv');
      const told = await server.comanda(['replay', path], as);
      expect([told.code, summaryOf(told)['Revenue']]).toEqual([0, expect.stringMatching(/, as recorded$/)]);
      if (!whole) return;
      const summary = summaryOf(told);
      expect(summary).toMatchObject({
        Orders: '5343 taken over, 0 were there before, 0 refused',
        'Left out': '137 lines without a dish of the menu, 27 orders without any line',
        Revenue: '$159,217.90, as recorded',
        Prices: "all 12097 lines were sold at today's menu prices",
        Report: '5343 orders, $159,217.90, 9345 tickets from 2023-01-01 to 2023-03-31',
        'Best day': '2023-02-01: 87 orders, $2,396.35',
        Busiest: '10 orders in 15 minutes from 2023-01-24 19:33:57',
      });
      const boards = (summary['On boards'] ?? '').matchAll(/\d+/g);
      expect([...boards].reduce((sum, [count]) => sum + Number(count), 0)).toBe(9345);
    },
    LONG,
  );

  it(
    'with options and no times, where there is no menu',
    async () => {
      const as = await server.open('With options', DOLLAR);
      const { path, whole } = share('chipotle.csv');
      const told = await server.comanda(['replay', path, '--undated-at', '2026-05-01T12:00'], as);
      expect([told.code, summaryOf(told)['Revenue']]).toEqual([0, expect.stringMatching(/, as recorded$/)]);
      if (!whole) return;
      expect(summaryOf(told)).toMatchObject({
        Orders: '1834 taken over, 0 were there before, 0 refused',
        Lines: '4622 with 4972 units',
        Options: '15754 chosen, most often Rice 2389, Cheese 2281, Lettuce 1742',
        Revenue: '$34,500.16, as recorded',
        Prices: expect.stringMatching(
          /of 4622 lines differ from today's menu: .*the recorded price was kept: \$34,500\.16/,
        ),
        Report: '1834 orders, $34,500.16, 1834 tickets from 2026-05-01 to 2026-05-01',
        'Best day': '2026-05-01: 1834 orders, $34,500.16',
      });
    },
    LONG,
  );
});
