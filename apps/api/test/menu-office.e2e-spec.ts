import type {
  ChangeItemRequest,
  EditedItemView,
  MenuFinding,
  MenuItemsView,
  MenuItemView,
  MenuRevisionView,
  MenuView,
  Problem,
} from '@comanda/shared';
import { EventReader } from '../src/platform/events/index.js';
import { openOffice } from './office.js';
import type { Office } from './office.js';

let office: Office;
const menuOf = (): Promise<MenuView> => office.read<MenuView>('menu');
const itemOf = (id: string): Promise<MenuItemView> => office.read<MenuItemView>(`menu-items/${id}`);

beforeAll(async () => (office = await openOffice()));
afterAll(() => office.close());

describe('the items in the office', () => {
  it('come in all languages, each with its sections and its own version', async () => {
    const { currency, languages, defaultLanguage, sections, data } = await office.read<MenuItemsView>('menu-items');
    expect([currency, languages, defaultLanguage]).toEqual(['EUR', ['en', 'de'], 'en']);
    expect(sections[0]).toEqual({ id: 's-small', name: { en: 'Small plates', de: 'Kleine Teller' } });
    expect(data[0]).toMatchObject({ sectionIds: ['s-small'], item: { name: { de: 'Verkohlter Lauch' } } });
    expect(new Set(data.map(({ etag }) => etag)).size).toBe(data.length);
    expect(await itemOf('leeks')).toEqual(data[0]);
  });

  it('answer 304 to somebody who knows them', async () => {
    const { etag } = await itemOf('leeks');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const answer = await office.call('GET', 'menu-items/leeks', undefined, { 'if-none-match': known });
      expect([answer.status, answer.headers['etag']]).toEqual([304, etag]);
    }
    expect((await office.call('GET', 'menu-items/leeks', undefined, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('are read by whoever may read menus, edited by whoever may edit them, and end at the own restaurant', async () => {
    const waiter = await office.as('waiter');
    const { etag } = await itemOf('leeks');
    expect((await waiter.call('GET', 'menu-items')).status).toBe(200);
    const refused = await waiter.call('PATCH', 'menu-items/leeks', { maxPerOrder: 3 }, { 'if-match': etag });
    expect(refused.status).toBe(403);
    expect((await office.app.inject({ url: `/api/v1/locations/${office.locationId}/menu-items` })).statusCode).toBe(
      401,
    );
    const elsewhere = { url: '/api/v1/locations/elsewhere/menu-items', headers: office.headers };
    expect((await office.app.inject(elsewhere)).statusCode).toBe(404);
  });
});

describe('an edit', () => {
  const change = (id: string, body: object, etag: string) =>
    office.call<EditedItemView & Problem>('PATCH', `menu-items/${id}`, body, { 'if-match': etag });

  it('of a price is on the guest menu at once, in the list of revisions and in the feed, with who did it', async () => {
    const before = await itemOf('leeks');
    const variantId = before.item.variants[0]?.id ?? '';
    const body = { priceMinor: 940 };
    const answer = await office.call<EditedItemView>('PATCH', `menu-variants/${variantId}`, body, {
      'if-match': before.etag,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ item: { variants: [{ priceMinor: 940 }] }, findings: [] });
    expect(answer.headers['etag']).toBe(answer.body.etag);
    expect(answer.body.etag).not.toBe(before.etag);
    const menu = await menuOf();
    expect(menu.revision).toBe(answer.body.revision);
    expect(menu.items.find(({ id }) => id === 'leeks')?.variants).toEqual([{ id: variantId, priceMinor: 940 }]);
    const [newest] = await office.read<MenuRevisionView[]>('menu-revisions');
    expect(newest).toMatchObject({
      number: answer.body.revision,
      cause: 'edit',
      by: 'Demo manager',
      summary: 'Price of Charred leeks: €8.90 to €9.40',
    });
    const feed = await office.app.get(EventReader).listAfter(office.locationId, 0, 100);
    expect(feed.at(-1)).toMatchObject({ type: 'menu.published', actor: 'Demo manager', seq: answer.body.revision });
  });

  it('of many fields at once', async () => {
    const { etag } = await itemOf('prawns');
    const request: ChangeItemRequest = {
      name: { de: 'Garnelen', en: 'Prawns' },
      description: null,
      stationId: 'cold',
      prepSeconds: 240,
      allergens: ['crustaceans'],
      additives: [],
      dietTags: null,
      photo: { url: '/photos/prawns.avif', alt: { en: 'Six prawns' } },
      availability: [{ days: [5, 6], fromMinute: 1080, toMinute: 1560, exceptDates: ['2026-12-24'] }],
      maxPerOrder: 4,
      spiciness: 2,
      sectionIds: ['s-grill', 's-small'],
    };
    const { status, body } = await change('prawns', request, etag);
    expect(status).toBe(200);
    expect(body.sectionIds).toEqual(['s-small', 's-grill']);
    const { description: _, dietTags: __, sectionIds: ___, ...kept } = request;
    expect(body.item).toMatchObject(kept);
    expect(body.item).not.toHaveProperty('description');
    expect(body.item).not.toHaveProperty('dietTags');
    expect(body.findings).toMatchObject([{ code: 'missing_translation', entity: { id: 'prawns' } }]);
    const grill = (await menuOf()).sections.find(({ id }) => id === 's-grill');
    expect(grill?.itemIds.at(-1)).toBe('prawns');
  });

  it('leaves the languages that it does not name, and takes away the one that it sets to null', async () => {
    const first = await change('croquettes', { name: { de: 'Pilzkrokette' } }, (await itemOf('croquettes')).etag);
    expect(first.body.item.name).toEqual({ en: 'Mushroom croquettes', de: 'Pilzkrokette' });
    const second = await change('croquettes', { name: { de: null } }, first.body.etag);
    expect(second.body.item.name).toEqual({ en: 'Mushroom croquettes' });
  });

  it('that changes nothing makes no revision', async () => {
    const { etag, item } = await itemOf('bread');
    const { revision } = await menuOf();
    const { body } = await change('bread', { taxClass: item.taxClass, allergens: item.allergens ?? null }, etag);
    expect([body.revision, body.etag]).toEqual([revision, etag]);
  });

  it('can be undone', async () => {
    const before = await itemOf('bread');
    const { revision } = await menuOf();
    await change('bread', { maxPerOrder: 2 }, before.etag);
    expect((await office.call('POST', `menu-revisions/${revision}/restoration`, {})).status).toBe(200);
    expect(await itemOf('bread')).toEqual(before);
  });

  it('by two people at once: one is made, the other is told to look again', async () => {
    const { etag } = await itemOf('bread');
    const rivals = await Promise.all([2, 3, 4, 5].map((most) => change('bread', { maxPerOrder: most }, etag)));
    expect(rivals.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect(rivals.find(({ status }) => status === 412)?.body).toMatchObject({
      code: 'version_mismatch',
      errors: [{ pointer: '#header/If-Match' }],
    });
  });

  it('of two different dishes at once: both are made', async () => {
    const ids = ['leeks', 'prawns', 'bread', 'croquettes'];
    const rivals = await Promise.all(
      ids.map(async (id, index) => change(id, { prepSeconds: 100 + index }, (await itemOf(id)).etag)),
    );
    expect(rivals.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const times = await Promise.all(ids.map(async (id) => (await itemOf(id)).item.prepSeconds));
    expect(times).toEqual([100, 101, 102, 103]);
  });

  it.each([
    [undefined, 428, 'precondition_required'],
    ['', 428, 'precondition_required'],
    ['"7"', 412, 'version_mismatch'],
    ['nonsense', 400, 'invalid_header'],
  ])('with If-Match %p is answered %p', async (seen, status, code) => {
    const headers: Record<string, string> = seen === undefined ? {} : { 'if-match': seen };
    const answer = await office.call<Problem>('PATCH', 'menu-items/bread', { maxPerOrder: 9 }, headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('of what does not exist is a 404', async () => {
    expect((await change('nothing', {}, '"x"')).status).toBe(404);
    expect((await office.call('PATCH', 'menu-variants/nothing', {}, { 'if-match': '"x"' })).status).toBe(404);
  });
});

it('names all that is to be looked at in the menu', async () => {
  const { etag } = await itemOf('leeks');
  await office.call('PATCH', 'menu-items/leeks', { sectionIds: [] }, { 'if-match': etag });
  const findings = await office.read<MenuFinding[]>('menu-findings');
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'orphaned_item', entity: { kind: 'item', id: 'leeks', name: 'Charred leeks' } }),
  );
});

describe('an edit is refused, with a pointer to each wrong field,', () => {
  const ITEM: readonly (readonly [string, object, readonly string[]])[] = [
    [
      'many at once',
      { prepSeconds: -1, maxPerOrder: 0, taxClass: 7, unknown: 1, allergens: ['milk', 'dust'] },
      ['/allergens', '/maxPerOrder', '/prepSeconds', '/taxClass', '/unknown'],
    ],
    ['a name in no language', { name: { en: null, de: null } }, ['/name/en']],
    ['no default language', { name: { en: '  ' } }, ['/name']],
    ['a language that the menu does not have', { name: { fr: 'Poireaux' } }, ['/name/fr']],
    ['no language at all', { name: { '!': 'x' } }, ['/name']],
    ['a name that is no text', { name: 'Leeks' }, ['/name']],
    ['null as a name', { name: null }, ['/name']],
    ['a long name', { name: { en: 'x'.repeat(201) } }, ['/name']],
    ['a station that nobody has', { stationId: 'moon' }, ['/stationId']],
    ['a tax class that nobody has', { taxClass: 'moon' }, ['/taxClass']],
    [
      'groups and sections that nobody has',
      { modifierGroupIds: ['g-side', 'x'], sectionIds: ['y'] },
      ['/modifierGroupIds/1', '/sectionIds/0'],
    ],
    ['one section twice', { sectionIds: ['s-grill', 's-grill'] }, ['/sectionIds']],
    [
      'hours that end before they begin',
      { availability: [{ days: [1], fromMinute: 600, toMinute: 500 }] },
      ['/availability'],
    ],
    [
      'hours that are odd',
      { availability: [{ days: [8], fromMinute: 'x', toMinute: 500, at: 1 }] },
      ['/availability/0/at', '/availability/0/days', '/availability/0/fromMinute'],
    ],
    [
      'a day that does not exist',
      { availability: [{ days: [1], fromMinute: 0, toMinute: 500, fromDate: '2026-02-30' }] },
      ['/availability'],
    ],
    ['never on sale', { availability: [] }, ['/availability']],
    ['a photo that is a script', { photo: { url: 'javascript:alert(1)', alt: { en: 'x' } } }, ['/photo/url']],
    ['an empty photo', { photo: {} }, ['/photo/alt', '/photo/url']],
    ['a list in place of the body', [1], ['']],
  ];
  it.each(ITEM)('of an item: %s', async (_, body, pointers) => {
    const { etag } = await itemOf('leeks');
    const answer = await office.call<Problem>('PATCH', 'menu-items/leeks', body, { 'if-match': etag });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_request']);
    expect([...new Set(answer.body.errors?.map(({ pointer }) => pointer) ?? [])].sort()).toEqual(pointers);
    expect((await itemOf('leeks')).etag).toBe(etag);
  });

  it.each([
    [{ priceMinor: -1 }, '/priceMinor'],
    [{ priceMinor: 9.5 }, '/priceMinor'],
    [{ priceMinor: '940' }, '/priceMinor'],
    [{ priceMinor: null }, '/priceMinor'],
    [{ priceMinor: 100_000_001 }, '/priceMinor'],
    [{ listPriceMinor: -1 }, '/listPriceMinor'],
    [{ name: { fr: 'Grand' } }, '/name/fr'],
    [{ id: 'x' }, '/id'],
  ])('of a size: %p', async (body, pointer) => {
    const { etag, item } = await itemOf('leeks');
    const url = `menu-variants/${item.variants[0]?.id ?? ''}`;
    const answer = await office.call<Problem>('PATCH', url, body, { 'if-match': etag });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((each) => each.pointer)).toContain(pointer);
  });
});
