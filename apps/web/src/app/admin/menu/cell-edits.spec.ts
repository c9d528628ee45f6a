import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { MenuItemView, MenuItemsView } from '@comanda/shared';
import { Toasts } from '../../ui/toast/toasts';
import { FeedDouble, logIn, provideOffice, refusal, settle } from '../testing/office-double';
import { CellEdits } from './cell-edits';
import { cellKey, type CellRef, type Column } from './cells';
import { OfficeMenuStore } from './office-menu-store';
import { Quicker } from './quicker';

const PRICE: CellRef = { column: 'price', itemId: 'leeks', variantId: 'leeks-v' };
const VARIANT_URL = '/api/v1/locations/loc/menu-variants/leeks-v';
const ITEM_URL = '/api/v1/locations/loc/menu-items/leeks';

function leeks(priceMinor: number, etag: string, name = 'Charred leeks'): MenuItemView {
  return {
    etag,
    sectionIds: ['s'],
    item: {
      id: 'leeks',
      name: { en: name },
      variants: [{ id: 'leeks-v', priceMinor }],
      modifierGroupIds: [],
      taxClass: 'food',
    },
  };
}

function menuOf(view: MenuItemView, revision = 1): MenuItemsView {
  const sections = [{ id: 's', name: { en: 'Small plates' } }];
  return { revision, currency: 'EUR', languages: ['en'], defaultLanguage: 'en', sections, data: [view] };
}

describe('CellEdits', () => {
  let http: HttpTestingController;
  let menu: OfficeMenuStore;
  let edits: CellEdits;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideOffice(new FeedDouble()), OfficeMenuStore, Quicker, CellEdits],
    });
    http = logIn('manager');
    menu = TestBed.inject(OfficeMenuStore);
    edits = TestBed.inject(CellEdits);
    TestBed.tick();
    http.expectOne('/api/v1/locations/loc/menu-items').flush(menuOf(leeks(890, '"a"')));
    await settle();
  });

  const cell = (column: Column = 'price') => edits.all().get(cellKey({ ...PRICE, column }));
  const shown = () => edits.shown(PRICE, menu.byItem().get('leeks') ?? leeks(0, ''));

  function begin(text: string): Promise<void> {
    edits.type(PRICE, text);
    return edits.commit(PRICE);
  }

  it('saves a price with the version that was seen, and shows the quiet tick', async () => {
    const saving = begin('9,50');
    expect(cell()?.state).toBe('saving');
    const sent = http.expectOne(VARIANT_URL);
    expect([sent.request.method, sent.request.body]).toEqual(['PATCH', { priceMinor: 950 }]);
    expect(sent.request.headers.get('If-Match')).toBe('"a"');
    sent.flush({ ...leeks(950, '"b"'), revision: 2, findings: [] });
    await saving;
    expect([cell()?.state, shown(), menu.menu()?.revision]).toEqual(['saved', '9.50', 2]);
  });

  it.each([
    ['price', 'abc', 'Not an amount in EUR. Write it like 12.50.'],
    ['before', '5.00', 'The price before has to be above the price. Leave it empty for none.'],
    ['name', ' ', 'A dish needs a name.'],
    ['prep', '1.5', 'Whole minutes from 0 to 1440, or empty.'],
  ] as const)('keeps a wrong %s and says why', async (column, text, words) => {
    edits.type({ ...PRICE, column }, text);
    await edits.commit({ ...PRICE, column });
    http.expectNone(() => true);
    expect(cell(column)).toMatchObject({ state: 'refused', text, words });
  });

  it('sends nothing when nothing was changed, and brings back on Esc', async () => {
    await begin('8.90');
    http.expectNone(VARIANT_URL);
    edits.type(PRICE, '7');
    edits.restore(PRICE);
    expect([cell(), shown()]).toEqual([undefined, '8.90']);
  });

  it('says who was quicker, offers their value, and saves mine only when told to', async () => {
    const saving = begin('9.50');
    http.expectOne(VARIANT_URL).flush(...refusal('version_mismatch', 412));
    await settle();
    http.expectOne(ITEM_URL).flush(leeks(1000, '"b"'));
    await settle();
    const last = { number: 2, by: 'Ana', at: new Date().toISOString(), cause: 'edit', summary: '', checksum: '' };
    http.expectOne('/api/v1/locations/loc/menu-revisions').flush([last]);
    await saving;
    const words = 'Ana changed this just now; it is 10.00 now.';
    expect(cell()).toMatchObject({ state: 'conflict', text: '9.50', theirs: '10.00', words });
    await edits.commit(PRICE);
    http.expectNone(VARIANT_URL);
    const mine = edits.useMine(PRICE);
    const sent = http.expectOne(VARIANT_URL);
    expect(sent.request.headers.get('If-Match')).toBe('"b"');
    sent.flush({ ...leeks(950, '"c"'), revision: 3, findings: [] });
    await mine;
    expect(cell()?.state).toBe('saved');
  });

  it('saves all the same when the other one changed something else of the dish', async () => {
    const saving = begin('9.50');
    http.expectOne(VARIANT_URL).flush(...refusal('version_mismatch', 412));
    await settle();
    http.expectOne(ITEM_URL).flush(leeks(890, '"b"', 'Burnt leeks'));
    await settle();
    const again = http.expectOne(VARIANT_URL);
    expect(again.request.headers.get('If-Match')).toBe('"b"');
    again.flush({ ...leeks(950, '"c"', 'Burnt leeks'), revision: 3, findings: [] });
    await saving;
    expect([cell()?.state, shown()]).toEqual(['saved', '9.50']);
  });

  it('never overwrites with a version that came while somebody typed', async () => {
    edits.type(PRICE, '9.50');
    menu.reload();
    TestBed.tick();
    http.expectOne('/api/v1/locations/loc/menu-items').flush(menuOf(leeks(1000, '"b"'), 2));
    await settle();
    void edits.commit(PRICE);
    expect(http.expectOne(VARIANT_URL).request.headers.get('If-Match')).toBe('"a"');
  });

  it('saves a pasted block cell by cell: what is wrong stays and says so, one undo takes back the rest', async () => {
    const entering = edits.enter([
      { ref: PRICE, text: '9.50' },
      { ref: { ...PRICE, column: 'before' }, text: 'much' },
      { ref: { ...PRICE, column: 'prep' }, text: '12' },
    ]);
    const saved = { revision: 2, findings: [] };
    http.expectOne(VARIANT_URL).flush({ ...leeks(950, '"b"'), ...saved });
    await settle();
    const prep = http.expectOne(ITEM_URL);
    expect([prep.request.body, prep.request.headers.get('If-Match')]).toEqual([{ prepSeconds: 720 }, '"b"']);
    prep.flush({ ...leeks(950, '"c"'), ...saved });
    const { saved: count, failed } = await entering;
    expect([count, failed.map(({ ref }) => ref.column)]).toEqual([2, ['before']]);
    expect(cell('before')).toMatchObject({ state: 'refused', text: 'much' });
    const toast = TestBed.inject(Toasts).current();
    expect(toast?.text).toBe('2 saved, 1 not');
    toast?.undo?.();
    expect(http.expectOne(VARIANT_URL).request.body).toEqual({ priceMinor: 890 });
  });

  it('keeps what was typed when the server does not answer', async () => {
    const saving = begin('9.50');
    http.expectOne(VARIANT_URL).error(new ProgressEvent('error'));
    await saving;
    expect(cell()).toMatchObject({ state: 'refused', text: '9.50' });
    expect(cell()?.words).toMatch(/does not answer/);
  });
});
