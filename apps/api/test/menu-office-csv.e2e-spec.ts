import { LIMITS } from '@comanda/shared';
import type { ImportReport, MenuDocument, MenuView, Problem } from '@comanda/shared';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { openOffice } from './office.js';
import type { Office } from './office.js';

type Row = Record<string, string>;
let office: Office;
beforeAll(async () => (office = await openOffice()));
afterAll(() => office.close());

const download = async (): Promise<string> =>
  (await office.call('GET', 'menu-document', undefined, { accept: 'text/csv' })).text;
const upload = (csv: string, query = '') =>
  office.call<ImportReport & Problem>('POST', `menu-imports${query}`, csv, { 'content-type': 'text/csv' });
const rowsOf = (csv: string): Row[] => parse(csv, { bom: true, columns: true });
const documentOf = (): Promise<MenuDocument> => office.read<MenuDocument>('menu-document');
const sheet = (rows: readonly Row[]): string => stringify([...rows], { header: true });
const places = ({ findings }: ImportReport) =>
  findings.flatMap(({ place, code }) => (place ? [[place.row, place.column, code]] : []));
const updated = ({ counts }: ImportReport): number =>
  Object.values(counts).reduce((sum, count) => sum + count.created + count.updated + count.removed, 0);

describe('the menu as a spreadsheet', () => {
  it('has a row for each size, with prices as people write them', async () => {
    const answer = await office.call('GET', 'menu-document', undefined, { accept: 'text/csv' });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.text.startsWith('\ufeffsection_ids,item_id,variant_id,name:en,name:de,')).toBe(true);
    const rows = rowsOf(answer.text);
    const variants = (await documentOf()).items.flatMap((item) => item.variants);
    expect(rows).toHaveLength(variants.length);
    expect(rows[0]).toMatchObject({
      section_ids: 's-small',
      item_id: 'leeks',
      'name:de': 'Verkohlter Lauch',
      price: '8.90',
      allergens: 'nuts',
      tax_class: 'reduced',
      station_id: 'grill',
    });
  });

  it('read back changes nothing', async () => {
    const { body } = await upload(await download());
    expect([body.changed, places(body), updated(body)]).toEqual([false, [], 0]);
  });

  it('read back after a spreadsheet saved it with semicolons changes nothing', async () => {
    const rows = rowsOf(await download()).map((row) => ({ ...row, price: row['price']?.replace('.', ',') ?? '' }));
    const { body } = await upload(
      `\ufeff${stringify(rows, { header: true, delimiter: ';', record_delimiter: '\r\n' })}`,
    );
    // A comma in a price says the same, so at most the same prices are written again.
    expect([body.changed, places(body)]).toEqual([false, []]);
  });

  it('with one other price changes that price only, as one revision that can be undone', async () => {
    const before = await documentOf();
    const { revision } = await office.read<MenuView>('menu');
    const rows = rowsOf(await download());
    const { body } = await upload(
      sheet(rows.map((row) => (row['item_id'] === 'prawns' ? { ...row, price: '13.5' } : row))),
    );
    expect([body.revision, body.counts.variants.updated, places(body)]).toEqual([revision + 1, 1, []]);
    const after = await documentOf();
    const price = (menu: MenuDocument) => menu.items.find(({ id }) => id === 'prawns')?.variants[0]?.priceMinor;
    expect([price(before), price(after)]).toEqual([1290, 1350]);
    expect(JSON.stringify(after).replace('1350', '1290')).toBe(JSON.stringify(before));
    await office.call('POST', `menu-revisions/${revision}/restoration`, {});
    expect(await documentOf()).toEqual(before);
  });

  it('may hold a few columns only', async () => {
    const { body } = await upload('item_id;price\nleeks;9,10\nprawns;12,90\n');
    expect([body.counts.variants.updated, places(body)]).toEqual([1, []]);
    await upload('item_id,price\nleeks,8.90\n');
  });

  it('adds dishes without ids, once however often it is read', async () => {
    const rows = [
      {
        section_ids: 'Small plates',
        'name:en': 'Crème fraîche toast',
        'variant:en': 'Small',
        price: '4.5',
        allergens: 'milk, gluten',
      },
      {
        section_ids: 'Small plates',
        'name:en': 'Crème fraîche toast',
        'variant:en': 'Large',
        price: '7',
        allergens: 'milk, gluten',
      },
      { section_ids: 'Late', 'name:en': '夜食', 'variant:en': '', price: '5', allergens: 'none' },
    ];
    const { body } = await upload(sheet(rows));
    expect(body.counts).toMatchObject({ items: { created: 2 }, variants: { created: 3 }, sections: { created: 1 } });
    expect(places(body)).toEqual([[4, 'section_ids', 'unknown_reference']]);
    const item = (await documentOf()).items.find(({ id }) => id === 'creme-fraiche-toast');
    expect(item).toMatchObject({ allergens: ['milk', 'gluten'], taxClass: 'standard' });
    expect(item?.variants.map(({ id, priceMinor }) => [id, priceMinor])).toEqual([
      ['creme-fraiche-toast-small', 450],
      ['creme-fraiche-toast-large', 700],
    ]);
    expect((await upload(sheet(rows))).body.changed).toBe(false);
  });

  it('tells row and column of what it cannot take, and takes the rest', async () => {
    const rows = rowsOf(await download());
    const broken = rows.map((row): Row => {
      switch (row['item_id']) {
        case 'leeks':
          return { ...row, price: 'cheap' };
        case 'prawns':
          return { ...row, allergens: 'crustaceans | dust', price: '14.00' };
        case 'croquettes':
          return { ...row, price: '-1' };
        case 'bread':
          return {
            ...row,
            station_id: 'moon',
            group_ids: 'x',
            'name:en': 'Bread',
            spiciness: '9',
            only_as_option: 'maybe',
          };
        default:
          return row;
      }
    });
    const { status, body } = await upload(sheet([...broken, { item_id: 'new', price: '1' }, { price: '1' }]));
    expect(status).toBe(200);
    expect(places(body)).toEqual([
      [rows.length + 3, undefined, 'skipped_entity'],
      [2, 'price', 'invalid_value'],
      [3, 'allergens', 'unknown_allergen'],
      [4, 'price', 'negative_price'],
      [5, 'station_id', 'unknown_reference'],
      [5, 'group_ids', 'unknown_reference'],
      [5, 'only_as_option', 'invalid_value'],
      [5, 'spiciness', 'invalid_value'],
      [rows.length + 2, undefined, 'skipped_entity'],
    ]);
    expect(body.findings[1]?.detail).toBe(
      'Row 2, column price: "cheap" is no price in EUR. Write a number with at most 2 decimals, such as 12.50.',
    );
    const items = (await documentOf()).items;
    expect(items.find(({ id }) => id === 'prawns')).toMatchObject({
      allergens: ['crustaceans', 'gluten'],
      variants: [{ priceMinor: 1400 }],
    });
    expect(items.find(({ id }) => id === 'bread')?.name['en']).toBe('Bread');
  });

  it('never starts a formula, and gives back what was written', async () => {
    const name = { en: '=HYPERLINK("http://x","Soup")', de: "'+49 Suppe" };
    const { etag } = await office.read<{ etag: string }>('menu-items/croquettes');
    await office.call('PATCH', 'menu-items/croquettes', { name }, { 'if-match': etag });
    const csv = await download();
    const cells = Object.values(rowsOf(csv).find((row) => row['item_id'] === 'croquettes') ?? {});
    expect(cells).toEqual(expect.arrayContaining(['\'=HYPERLINK("http://x","Soup")', "''+49 Suppe"]));
    expect(
      rowsOf(csv)
        .flatMap((row) => Object.values(row))
        .filter((cell) => /^[=+\-@\t\r]/.test(cell)),
    ).toEqual([]);
    expect((await upload(csv)).body.changed).toBe(false);
  });

  it('says the same in a dry run and changes nothing', async () => {
    const { revision } = await office.read<MenuView>('menu');
    const { body } = await upload('item_id,price\nleeks,1.00\n', '?dryRun=true');
    expect([body.dryRun, body.changed, body.counts.variants.updated, body.revision]).toEqual([
      true,
      false,
      1,
      revision,
    ]);
  });
});

describe('a spreadsheet is refused or told, never a crash:', () => {
  it.each([
    ['empty', ''],
    ['a blank first row', '\n\nitem_id\n'],
  ])('%s', async (_, csv) => {
    expect((await upload(csv)).status).toBe(422);
  });

  it.each([
    ['an unclosed quotation mark', 'item_id,price\nleeks,"8.90\nprawns,1'],
    ['unknown columns', 'item_id,colour\nleeks,green\n'],
    ['one column', 'hello\nworld\n'],
    ['cells without a column', 'item_id,price\nleeks,8.90,7,8,9\n'],
    ['a row twice', 'item_id,price\nleeks,8.90\nleeks,9.90\n'],
    ['the size of another item', 'item_id,variant_id,price\nleeks,prawns-1,9.90\n'],
    ['odd names of columns', 'item_id,__proto__,constructor,name:!!,name:\nleeks,1,2,3,4\n'],
    ['a long id', `item_id,name:en,price\n${'x'.repeat(65)},Soup,1\n`],
  ])('%s', async (_, csv) => {
    const { status, body } = await upload(csv, '?dryRun=true');
    expect([status, places(body).length > 0 || !body.changed]).toEqual([200, true]);
    expect(body.findings.filter(({ place }) => place).every(({ detail }) => /^Row \d+/.test(detail))).toBe(true);
  });

  it('bytes that are no UTF-8, and mode=replace', async () => {
    const headers = { ...office.headers, 'content-type': 'text/csv' };
    const url = `/api/v1/locations/${office.locationId}/menu-imports`;
    const latin = await office.app.inject({
      method: 'POST',
      url,
      headers,
      payload: Buffer.from('item_id\nCr\xe8me', 'latin1'),
    });
    expect([latin.statusCode, latin.json<Problem>().detail]).toEqual([400, expect.stringContaining('CSV UTF-8')]);
    expect((await upload('item_id\nleeks\n', '?mode=replace')).status).toBe(422);
  });

  it('more than 16 MB here, more than 1 MB and spreadsheets elsewhere', async () => {
    const csv = { 'content-type': 'text/csv' };
    const large = `item_id,name:en\nleeks,${'x'.repeat(2 * LIMITS.bodyBytes)}\n`;
    expect((await upload(large, '?dryRun=true')).body.findings[0]?.place).toEqual({ row: 2, column: 'name:en' });
    expect((await upload('x'.repeat(LIMITS.menuImportBytes + 1))).status).toBe(413);
    const json = { items: 'x'.repeat(2 * LIMITS.bodyBytes) };
    expect((await office.call('POST', 'menu-imports', json)).status).toBe(422);
    expect((await office.call('PUT', 'menu-items/x', json, { 'if-none-match': '*' })).status).toBe(413);
    expect((await office.call('PUT', 'menu-items/x', 'item_id\n', { ...csv, 'if-none-match': '*' })).status).toBe(415);
  });
});
