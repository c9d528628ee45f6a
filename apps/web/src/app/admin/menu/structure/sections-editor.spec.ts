import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { MenuItemsView, MenuSectionView } from '@comanda/shared';
import { Toasts } from '../../../ui/toast/toasts';
import { FeedDouble, logIn, provideOffice, refusal, settle } from '../../testing/office-double';
import { EntityApi } from '../entity-api';
import { OfficeMenuStore } from '../office-menu-store';
import { Quicker } from '../quicker';
import { MenuTerms } from './menu-terms';
import { SectionsEditor } from './sections-editor';
import { StructureSaving } from './structure-saving';
import { StructureStore } from './structure-store';

const BASE = '/api/v1/locations/loc';
const MENU: MenuItemsView = {
  revision: 1,
  currency: 'EUR',
  languages: ['en', 'de'],
  defaultLanguage: 'en',
  sections: [],
  data: [],
};
const section = (id: string, name: string, etag: string): MenuSectionView => ({
  etag,
  section: { id, name: { en: name }, itemIds: ['leeks', 'prawns'] },
});

describe('SectionsEditor', () => {
  let http: HttpTestingController;
  let store: StructureStore;
  let editor: SectionsEditor;
  const order = () => store.sections()?.map((view) => view.section.id);

  beforeEach(async () => {
    const own = [SectionsEditor, StructureStore, StructureSaving, MenuTerms, EntityApi, OfficeMenuStore, Quicker];
    TestBed.configureTestingModule({ providers: [provideOffice(new FeedDouble()), ...own] });
    http = logIn('manager');
    store = TestBed.inject(StructureStore);
    editor = TestBed.inject(SectionsEditor);
    TestBed.tick();
    http.expectOne(`${BASE}/menu-items`).flush(MENU);
    http.expectOne(`${BASE}/modifier-groups`).flush([]);
    http.expectOne(`${BASE}/menu-sections`).flush([section('a', 'Plates', '"a"'), section('b', 'Sweets', '"b"')]);
    await settle();
  });

  it('renames a section and orders its dishes with the version that was seen; undo brings both back', async () => {
    editor.show('a');
    editor.state.patch({ name: { en: 'Small plates' }, itemIds: ['prawns', 'leeks'] });
    const saving = editor.save();
    const sent = http.expectOne({ method: 'PUT', url: `${BASE}/menu-sections/a` });
    expect(sent.request.headers.get('If-Match')).toBe('"a"');
    expect(sent.request.body).toEqual({ id: 'a', name: { en: 'Small plates' }, itemIds: ['prawns', 'leeks'] });
    sent.flush({ etag: '"a2"', section: sent.request.body, revision: 2, findings: [] });
    expect([await saving, editor.state.dirty()]).toEqual([true, false]);
    TestBed.inject(Toasts).current()?.undo?.();
    const back = http.expectOne({ method: 'PUT', url: `${BASE}/menu-sections/a` });
    expect([back.request.headers.get('If-Match'), back.request.body]).toEqual([
      '"a2"',
      section('a', 'Plates', '').section,
    ]);
  });

  it('keeps what was typed when somebody was quicker; the next save knows what they wrote', async () => {
    editor.show('a');
    editor.state.patch({ name: { en: 'Mine' } });
    const saving = editor.save();
    http.expectOne(`${BASE}/menu-sections/a`).flush(...refusal('version_mismatch', 412));
    await settle();
    http.expectOne(`${BASE}/menu-sections`).flush([section('a', 'Theirs', '"a2"')]);
    await settle();
    const last = { number: 2, by: 'Ana', at: new Date().toISOString(), cause: 'edit', summary: '', checksum: '' };
    http.expectOne(`${BASE}/menu-revisions`).flush([last]);
    expect(await saving).toBe(false);
    expect(editor.state.failure()).toMatch(/^Ana changed this just now/);
    expect(editor.state.draft()?.name).toEqual({ en: 'Mine' });
    void editor.save();
    expect(http.expectOne(`${BASE}/menu-sections/a`).request.headers.get('If-Match')).toBe('"a2"');
  });

  it('sends no section without a name', async () => {
    editor.show('new');
    expect(await editor.save()).toBe(false);
    expect(editor.state.errorAt('/name/en')).toBe('A name is needed.');
    http.expectNone(({ method }) => method === 'PUT');
  });

  it('moves a section at once, and back when the server refuses', async () => {
    const moving = editor.move('a', 1);
    expect(order()).toEqual(['b', 'a']);
    const sent = http.expectOne({ method: 'PUT', url: `${BASE}/menu-sections` });
    expect(sent.request.body).toEqual({ sectionIds: ['b', 'a'] });
    sent.flush(...refusal('invalid_request', 422, 'A section is missing.'));
    await moving;
    expect(order()).toEqual(['a', 'b']);
    expect(TestBed.inject(Toasts).current()).toMatchObject({ kind: 'failed' });
  });
});
