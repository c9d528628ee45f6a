import type {
  EditedGroupView,
  EditedItemView,
  EditedSectionView,
  EditOutcome,
  MenuDocument,
  MenuItemView,
  MenuRevisionView,
  MenuSectionView,
  MenuView,
  ModifierGroupView,
  Problem,
} from '@comanda/shared';
import { openOffice } from './office.js';
import type { Office } from './office.js';

let office: Office;
beforeAll(async () => (office = await openOffice()));
afterAll(() => office.close());

const NEW = { 'if-none-match': '*' };
const SOUP = {
  name: { en: 'Beetroot soup', de: 'Rote-Bete-Suppe' },
  variants: [{ id: 'beetroot-small', priceMinor: 620 }],
  modifierGroupIds: [],
  taxClass: 'standard',
  sectionIds: ['s-small'],
};
const HERBS = {
  name: { en: 'Herbs', de: 'Kräuter' },
  kind: 'choice',
  min: 0,
  max: 2,
  freeCount: 1,
  priceRule: 'sum',
  options: [
    { id: 'dill', name: { en: 'Dill', de: 'Dill' }, priceMinor: 50 },
    { id: 'chervil', name: { en: 'Chervil', de: 'Kerbel' }, priceMinor: 50, maxQuantity: 2 },
  ],
};

type Seen = Record<string, string>;
const put = <T>(path: string, body: object, seen: Seen = NEW) => office.call<T & Problem>('PUT', path, body, seen);
const remove = (path: string, etag: string) =>
  office.call<EditOutcome & Problem>('DELETE', path, undefined, { 'if-match': etag });
const itemOf = (id: string): Promise<MenuItemView> => office.read<MenuItemView>(`menu-items/${id}`);
const groupOf = async (id: string): Promise<ModifierGroupView> => {
  const found = (await office.read<ModifierGroupView[]>('modifier-groups')).find(({ group }) => group.id === id);
  if (!found) throw new Error(`There is no group ${id}.`);
  return found;
};
const sectionOf = async (id: string): Promise<MenuSectionView> => {
  const found = (await office.read<MenuSectionView[]>('menu-sections')).find(({ section }) => section.id === id);
  if (!found) throw new Error(`There is no section ${id}.`);
  return found;
};
const faults = ({ errors = [] }: Problem): string[][] => errors.map(({ pointer, code }) => [pointer, code]);

describe('the order of the sections', () => {
  it('is what guests see; an order that does not name each section once is refused and changes nothing', async () => {
    const order = async (): Promise<string[]> => (await office.read<MenuView>('menu')).sections.map(({ id }) => id);
    const before = await order();
    const wished = before.toReversed();
    const ordered = await office.call<EditOutcome>('PUT', 'menu-sections', { sectionIds: wished });
    expect([ordered.status, await order()]).toEqual([200, wished]);
    const wrong = [...before.slice(1), 'nowhere'];
    const refused = await office.call<Problem>('PUT', 'menu-sections', { sectionIds: wrong });
    expect([refused.status, faults(refused.body)]).toEqual([
      422,
      [
        [`/sectionIds/${wrong.length - 1}`, 'unknown_reference'],
        [`/sectionIds/${wrong.length}`, 'unknown_reference'],
      ],
    ]);
    expect(await order()).toEqual(wished);
    await office.call('PUT', 'menu-sections', { sectionIds: before });
    expect(await order()).toEqual(before);
  });
});

describe('a whole item', () => {
  it('is made, seen by guests, replaced, and taken off the menu; the list of revisions tells the story', async () => {
    const made = await put<EditedItemView>('menu-items/beetroot', SOUP);
    expect([made.status, made.body.findings, made.body.sectionIds]).toEqual([201, [], ['s-small']]);
    expect(made.headers['etag']).toBe(made.body.etag);
    expect((await office.read<MenuView>('menu')).sections[0]?.itemIds.at(-1)).toBe('beetroot');
    const { item } = await itemOf('beetroot');
    const body = { ...item, description: { en: 'Cold in summer', de: 'Im Sommer kalt' }, allergens: null };
    const replaced = await put<EditedItemView>('menu-items/beetroot', body, { 'if-match': made.body.etag });
    expect([replaced.status, replaced.body.item]).toEqual([200, { ...item, description: body.description }]);
    expect((await remove('menu-items/beetroot', made.body.etag)).status).toBe(412);
    expect((await remove('menu-items/beetroot', replaced.body.etag)).status).toBe(200);
    expect((await office.call('GET', 'menu-items/beetroot')).status).toBe(404);
    expect((await office.read<MenuView>('menu')).sections[0]?.itemIds).not.toContain('beetroot');
    const story = (await office.read<MenuRevisionView[]>('menu-revisions')).slice(0, 3).map(({ summary }) => summary);
    expect(story).toEqual([
      'Removed the item Beetroot soup',
      'Changed the item Beetroot soup',
      'Added the item Beetroot soup',
    ]);
  });

  it('comes back by undo, with its place', async () => {
    const { etag } = await itemOf('bread');
    const before = await office.read<MenuDocument>('menu-document');
    const { revision } = await office.read<MenuView>('menu');
    expect((await remove('menu-items/bread', etag)).status).toBe(200);
    await office.call('POST', `menu-revisions/${revision}/restoration`, {});
    expect(await office.read<MenuDocument>('menu-document')).toEqual(before);
  });

  it('keeps its recipes when a client or a spreadsheet says nothing of them; null takes one away', async () => {
    const menu = await office.read<MenuDocument>('menu-document');
    const recipe = [{ ingredientId: 'beetroot', quantityMilli: 250_000 }];
    const ingredients = [{ id: 'beetroot', name: { en: 'Beetroot', de: 'Rote Bete' }, unit: 'g', allergens: [] }];
    await office.call('POST', 'menu-imports', { ...menu, ingredients });
    const [size] = SOUP.variants;
    const cooked = { ...aSoup('cooked'), recipe, variants: [{ ...size, id: 'cooked-1', recipe }] };
    const made = await put<EditedItemView>('menu-items/cooked', cooked);
    expect([made.status, made.body.item]).toMatchObject([201, { recipe, variants: [{ recipe }] }]);

    const plain = { ...cooked, recipe: undefined, variants: [{ ...size, id: 'cooked-1', priceMinor: 640 }] };
    const kept = await put<EditedItemView>('menu-items/cooked', plain, { 'if-match': made.body.etag });
    expect(kept.body.item).toMatchObject({ recipe, variants: [{ priceMinor: 640, recipe }] });

    const csv = 'item_id,variant_id,price\ncooked,cooked-1,6.60\n';
    await office.call('POST', 'menu-imports', csv, { 'content-type': 'text/csv' });
    const { etag, item } = await itemOf('cooked');
    expect(item).toMatchObject({ recipe, variants: [{ priceMinor: 660, recipe }] });

    const bare = { ...plain, recipe: null, variants: [{ ...size, id: 'cooked-1', recipe: null }] };
    const taken = await put<EditedItemView>('menu-items/cooked', bare, { 'if-match': etag });
    expect(JSON.stringify(taken.body.item)).not.toContain('recipe');

    const option = { id: 'beet', name: { en: 'Beetroot', de: 'Rote Bete' }, priceMinor: 50, recipe };
    const group = await put<EditedGroupView>('modifier-groups/roots', { ...HERBS, options: [option] });
    const again = { ...HERBS, options: [{ ...option, recipe: undefined, priceMinor: 60 }] };
    const changed = await put<EditedGroupView>('modifier-groups/roots', again, { 'if-match': group.body.etag });
    expect(changed.body.group.options).toEqual([{ ...option, priceMinor: 60 }]);
  });

  it('made by two at once is made once', async () => {
    const rivals = await Promise.all([1, 2, 3].map(() => put('menu-items/rival', aSoup('rival'))));
    expect(rivals.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
  });

  it('without a precondition is a 428, with both a 400', async () => {
    expect((await put('menu-items/bread', SOUP, {})).status).toBe(428);
    expect((await put('menu-items/bread', SOUP, { ...NEW, 'if-match': '"x"' })).status).toBe(400);
    expect((await put('menu-items/nothing', SOUP, { 'if-match': '"x"' })).status).toBe(404);
    expect((await office.call('DELETE', 'menu-items/bread')).status).toBe(428);
  });

  it('that stands nowhere is told as a finding, not refused', async () => {
    const made = await put<EditedItemView>('menu-items/lost', { ...aSoup('lost'), sectionIds: [] });
    expect([made.status, made.body.findings.map(({ code }) => code)]).toEqual([201, ['orphaned_item']]);
  });

  it.each([
    ['no body', {}, ['/modifierGroupIds', '/name', '/taxClass', '/variants']],
    ['no variants', { ...SOUP, variants: [] }, ['/variants']],
    [
      'odd variants',
      { ...SOUP, variants: [{ id: '', priceMinor: -1, name: 7 }, 3] },
      ['/variants', '/variants/0/id', '/variants/0/name', '/variants/0/priceMinor', '/variants/1'],
    ],
    ['the variant of another item', { ...SOUP, variants: [{ id: 'leeks-1', priceMinor: 1 }] }, ['/variants/0']],
    ['one variant twice', { ...SOUP, variants: [SOUP.variants[0], SOUP.variants[0]] }, ['/variants/1']],
    [
      'unknown groups, also of a size',
      { ...SOUP, modifierGroupIds: ['x'], variants: [{ id: 'v', priceMinor: 1, modifierGroupIds: ['y'] }] },
      ['/modifierGroupIds/0', '/variants/0/modifierGroupIds/0'],
    ],
    ['an unknown station and class', { ...SOUP, stationId: 'moon', taxClass: 'moon' }, ['/stationId', '/taxClass']],
    ['another id', { ...SOUP, id: 'other' }, ['/id']],
    ['languages that are not kept', { ...SOUP, name: { fr: 'Soupe' } }, ['/name/en', '/name/fr']],
  ])('is refused with %s', async (_, body, pointers) => {
    const answer = await put('menu-items/odd', body);
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_request']);
    expect([...new Set(faults(answer.body).map(([pointer]) => pointer))].sort()).toEqual(pointers);
  });

  it('is refused under an id that no address can carry', async () => {
    const answer = await put('menu-items/a%20b', aSoup('a'));
    expect([answer.status, faults(answer.body)]).toEqual([422, [['#path/id', 'invalid_id']]]);
  });
});

describe('what is in use stays, and its users are named:', () => {
  const resources = ({ errors = [] }: Problem) => errors.map(({ resource }) => resource);

  it('an item that is an option', async () => {
    await put('menu-items/dip', aSoup('dip'));
    await put('modifier-groups/dips', {
      ...HERBS,
      options: [{ id: 'dip-option', itemId: 'dip', priceMinor: 0 }],
      max: 1,
    });
    const answer = await remove('menu-items/dip', (await itemOf('dip')).etag);
    expect([answer.status, answer.body.code, resources(answer.body)]).toEqual([409, 'in_use', ['option/dip-option']]);
  });

  it('a size that has a price in an option', async () => {
    const { etag, item } = await itemOf('dip');
    const group = await groupOf('dips');
    const options = [{ id: 'dip-option', itemId: 'dip', priceMinor: 0, priceMinorByVariant: { 'dip-small': 70 } }];
    const priced = await put<EditedGroupView>(
      'modifier-groups/dips',
      { ...group.group, options },
      { 'if-match': group.etag },
    );
    expect(priced.status).toBe(200);
    const variants = [{ id: 'dip-large', priceMinor: 1 }];
    const answer = await put('menu-items/dip', { ...item, variants }, { 'if-match': etag });
    expect([answer.status, resources(answer.body)]).toEqual([409, ['option/dip-option']]);
  });

  it('a group that items ask with', async () => {
    const answer = await remove('modifier-groups/g-side', (await groupOf('g-side')).etag);
    expect([answer.status, answer.body.code]).toEqual([409, 'in_use']);
    expect(resources(answer.body)).toContain('item/chicken');
    expect(answer.body.errors?.[0]?.detail).toMatch(/asks with this group/);
  });

  it('a section in which items stand that stand nowhere else', async () => {
    const answer = await remove('menu-sections/s-sweet', (await sectionOf('s-sweet')).etag);
    expect([answer.status, answer.body.code]).toEqual([409, 'in_use']);
    const made = await put<EditedSectionView>('menu-sections/tonight', {
      name: { en: 'Tonight', de: 'Heute' },
      itemIds: ['leeks'],
    });
    expect(made.status).toBe(201);
    expect((await itemOf('leeks')).sectionIds).toEqual(['s-small', 'tonight']);
    expect((await remove('menu-sections/tonight', made.body.etag)).status).toBe(200);
    expect((await itemOf('leeks')).sectionIds).toEqual(['s-small']);
  });
});

describe('a section', () => {
  it('takes another order of its items', async () => {
    const { etag, section } = await sectionOf('s-small');
    const itemIds = [...section.itemIds].reverse();
    const answer = await put<EditedSectionView>('menu-sections/s-small', { ...section, itemIds }, { 'if-match': etag });
    expect([answer.status, answer.body.section.itemIds]).toEqual([200, itemIds]);
    expect((await office.read<MenuView>('menu')).sections[0]?.itemIds).toEqual(itemIds);
  });

  it('that loses an item tells that nobody sees it any more', async () => {
    const { etag, section } = await sectionOf('s-sweet');
    const [lost = '', ...itemIds] = section.itemIds;
    const answer = await put<EditedSectionView>('menu-sections/s-sweet', { ...section, itemIds }, { 'if-match': etag });
    expect(answer.body.findings).toMatchObject([{ code: 'orphaned_item', entity: { id: lost } }]);
  });

  it('is refused with items that do not exist', async () => {
    const answer = await put('menu-sections/odd', { name: { en: 'Odd' }, itemIds: ['leeks', 'nothing'] });
    expect([answer.status, faults(answer.body)]).toEqual([422, [['/itemIds', 'unknown_reference']]]);
  });
});

describe('a group', () => {
  it('is made and taken away again', async () => {
    const made = await put<EditedGroupView>('modifier-groups/herbs', HERBS);
    expect([made.status, made.body.group]).toEqual([201, { ...HERBS, id: 'herbs' }]);
    expect((await remove('modifier-groups/herbs', made.body.etag)).status).toBe(200);
  });

  it('that nobody can answer any more is told, and the dishes stay on the menu', async () => {
    const { etag, group } = await groupOf('g-side');
    const answer = await put<EditedGroupView>(
      'modifier-groups/g-side',
      { ...group, min: 1, options: [] },
      { 'if-match': etag },
    );
    expect(answer.status).toBe(200);
    expect(answer.body.findings).toMatchObject([
      { severity: 'error', code: 'required_group_without_options', entity: { kind: 'modifier-group', id: 'g-side' } },
    ]);
    expect((await office.read<MenuView>('menu')).items.some(({ id }) => id === 'chicken')).toBe(true);
    await put('modifier-groups/g-side', group, { 'if-match': answer.body.etag });
    expect((await groupOf('g-side')).etag).toBe(etag);
  });

  it.each([
    ['less than nothing', { ...HERBS, min: -1 }, ['/min']],
    ['a minimum above the maximum', { ...HERBS, min: 3 }, ['']],
    [
      'an item that does not exist',
      { ...HERBS, options: [{ id: 'x', itemId: 'nothing', priceMinor: 0 }] },
      ['/options/0'],
    ],
    [
      'itself below itself',
      { ...HERBS, options: [{ id: 'x', name: { en: 'x' }, priceMinor: 0, modifierGroupIds: ['odd'] }] },
      [''],
    ],
    ['an option of another group', { ...HERBS, options: [{ ...HERBS.options[0], id: 'dip-option' }] }, ['/options/0']],
    [
      'a price for a size that nobody has',
      { ...HERBS, options: [{ ...HERBS.options[0], priceMinorByVariant: { x: 1 } }] },
      ['/options/0'],
    ],
    [
      'odd prices for sizes',
      { ...HERBS, options: [{ ...HERBS.options[0], priceMinorByVariant: { x: 1.5 } }] },
      ['/options/0/priceMinorByVariant'],
    ],
    [
      'a station that nobody has',
      { ...HERBS, options: [{ ...HERBS.options[0], stationId: 'moon' }] },
      ['/options/0/stationId'],
    ],
    [
      'words for numbers',
      { ...HERBS, kind: 'x', priceRule: 'y', freeCount: 'z', options: 'none' },
      ['/freeCount', '/kind', '/options', '/priceRule'],
    ],
  ])('is refused with %s', async (_, body, pointers) => {
    const answer = await put('modifier-groups/odd', body);
    expect([answer.status, [...new Set(faults(answer.body).map(([pointer]) => pointer))].sort()]).toEqual([
      422,
      pointers,
    ]);
  });
});

it("answers 304 for the document and the guests' menu to somebody who knows them, until the next edit", async () => {
  const first = await office.call('GET', 'menu-document');
  const known = { 'if-none-match': String(first.headers['etag']) };
  expect(first.headers['etag']).toMatch(/^"[0-9a-f]{64}"$/);
  expect((await office.call('GET', 'menu-document', undefined, known)).status).toBe(304);
  const guest = await office.call('GET', 'menu');
  const knownMenu = { 'if-none-match': String(guest.headers['etag']) };
  expect((await office.call('GET', 'menu', undefined, knownMenu)).status).toBe(304);
  const { etag } = await itemOf('leeks');
  await office.call('PATCH', 'menu-items/leeks', { maxPerOrder: 7 }, { 'if-match': etag });
  expect((await office.call('GET', 'menu-document', undefined, known)).status).toBe(200);
  expect((await office.call('GET', 'menu', undefined, knownMenu)).status).toBe(200);
});

it('only who may edit menus edits them', async () => {
  const waiter = await office.as('waiter');
  for (const path of ['menu-items/bread', 'menu-sections/s-small', 'modifier-groups/g-side']) {
    expect((await waiter.call('PUT', path, SOUP, NEW)).status).toBe(403);
    expect((await waiter.call('DELETE', path, undefined, { 'if-match': '*' })).status).toBe(403);
  }
});

function aSoup(id: string) {
  return { ...SOUP, variants: [{ id: `${id}-small`, priceMinor: 620 }] };
}
