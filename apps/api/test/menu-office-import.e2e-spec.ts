import type { ImportReport, MenuDocument, Problem } from '@comanda/shared';
import { openOffice } from './office.js';
import type { Answer, Office } from './office.js';

let office: Office;
let menu: MenuDocument;

beforeAll(async () => {
  office = await openOffice();
  menu = await office.read<MenuDocument>('menu-document');
});
afterAll(() => office.close());

const upload = (document: object, query = ''): Promise<Answer<ImportReport & Problem>> =>
  office.call('POST', `menu-imports${query}`, document);

const told = ({ body }: Answer<ImportReport>) => body.findings.map(({ code, entity }) => `${code} ${entity.id}`);

describe('a document of our own format', () => {
  it.each(['merge', 'replace'])('that was exported changes nothing when it is imported again (%s)', async (mode) => {
    const { status, body } = await upload(menu, `?mode=${mode}`);
    expect([status, body.changed, body.counts.items.unchanged]).toEqual([200, false, menu.items.length]);
  });

  it.each(['merge', 'replace'])('changes what differs; what is wrong in it costs nothing (%s)', async (mode) => {
    const before = await office.read<MenuDocument>('menu-document');
    const [first, second, ...rest] = before.items;
    const dearer = first?.variants.map((variant) => ({ ...variant, priceMinor: variant.priceMinor + 10 }));
    const items = [{ ...first, variants: dearer }, { ...second, name: 'No text', variants: 'none' }, 17, ...rest];
    const answer = await upload({ ...before, items }, `?mode=${mode}`);
    expect([answer.status, answer.body.changed]).toEqual([200, true]);
    expect(answer.body.counts.items).toEqual({
      created: 0,
      updated: 1,
      unchanged: before.items.length - 1,
      removed: 0,
    });
    expect(told(answer)).toEqual([`skipped_entity ${String(second?.id)}`, 'skipped_entity item 3']);
    const after = await office.read<MenuDocument>('menu-document');
    expect(after.items.map(({ id }) => id).sort()).toEqual(before.items.map(({ id }) => id).sort());
    expect(after.items.find(({ id }) => id === second?.id)).toEqual(second);
    expect(after.items.find(({ id }) => id === first?.id)?.variants).toEqual(dearer);
  });

  it('tells stations and tax classes that the restaurant does not have, and keeps its own', async () => {
    const before = await office.read<MenuDocument>('menu-document');
    const items = before.items.map((item) => ({ ...item, stationId: 'moon', taxClass: 'luxury' }));
    const answer = await upload({ ...before, items });
    expect(answer.body.changed).toBe(false);
    expect(told(answer).filter((each) => each.startsWith('unknown_reference'))).toHaveLength(2 * items.length);
  });

  it('is refused in full without its frame, each point with its pointer', async () => {
    const { status, body } = await upload({ format: menu.format, items: {}, currency: 'euro' });
    expect([status, body.code]).toEqual([422, 'invalid_request']);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/languages',
      '/sections',
      '/items',
      '/modifierGroups',
      '/currency',
      '/defaultLanguage',
    ]);
  });

  it('full of nonsense is answered shortly', async () => {
    const answer = await upload({ ...menu, items: Array.from({ length: 300_000 }, () => 0) });
    expect([answer.status, answer.body.changed]).toEqual([200, false]);
    expect(answer.text.length).toBeLessThan(400_000);
  });
});
