import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { MenuItemView, MenuItemsView } from '@comanda/shared';
import { Toasts } from '../../../ui/toast/toasts';
import { FeedDouble, logIn, provideOffice, refusal, settle } from '../../testing/office-double';
import { MenuSurroundings } from '../menu-surroundings';
import { OfficeMenuStore } from '../office-menu-store';
import { Quicker } from '../quicker';
import { DishEditor, NEW_DISH } from './dish-editor';

const MENU_URL = '/api/v1/locations/loc/menu-items';
const URL = `${MENU_URL}/leeks`;

function leeks(etag: string, change: Partial<MenuItemView['item']> = {}): MenuItemView {
  const item = {
    id: 'leeks',
    name: { en: 'Charred leeks' },
    variants: [{ id: 'leeks-v', priceMinor: 890 }],
    modifierGroupIds: [],
    taxClass: 'food',
    ...change,
  };
  return { etag, sectionIds: ['s'], item };
}

function menuOf(view: MenuItemView, revision = 1): MenuItemsView {
  const sections = [{ id: 's', name: { en: 'Small plates' } }];
  return { revision, currency: 'EUR', languages: ['en', 'de'], defaultLanguage: 'en', sections, data: [view] };
}

describe('DishEditor', () => {
  let http: HttpTestingController;
  let menu: OfficeMenuStore;
  let editor: DishEditor;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideOffice(new FeedDouble()), OfficeMenuStore, MenuSurroundings, Quicker, DishEditor],
    });
    http = logIn('manager');
    menu = TestBed.inject(OfficeMenuStore);
    editor = TestBed.inject(DishEditor);
    TestBed.tick();
    http.expectOne(MENU_URL).flush(menuOf(leeks('"a"')));
    await settle();
    editor.show('leeks', null, null);
  });

  const answer = (view: MenuItemView) => ({ ...view, revision: 2, findings: [] });
  const quicker = async (view: MenuItemView): Promise<void> => {
    http.expectOne({ method: 'PUT', url: URL }).flush(...refusal('version_mismatch', 412));
    await settle();
    http.expectOne({ method: 'GET', url: URL }).flush(view);
    await settle();
  };

  it('sends nothing that is wrong, names it at its field, and forgets it once it is mended', async () => {
    editor.patch({ prep: 'soon', name: {} });
    expect(await editor.save()).toBeNull();
    http.expectNone(URL);
    expect(editor.faults().map(({ pointer }) => pointer)).toEqual(['/name/en', '/prepSeconds']);
    editor.patch({ prep: '8' });
    expect([editor.errorAt('/prepSeconds'), editor.errorAt('/name/en')]).toEqual([null, 'A dish needs a name.']);
  });

  it('saves the whole dish with the version that was seen, and takes it back on undo', async () => {
    editor.patch({ prep: '8' });
    const saving = editor.save();
    const sent = http.expectOne({ method: 'PUT', url: URL });
    expect(sent.request.headers.get('If-Match')).toBe('"a"');
    expect(sent.request.body).toMatchObject({ prepSeconds: 480, sectionIds: ['s'], taxClass: 'food' });
    sent.flush(answer(leeks('"b"', { prepSeconds: 480 })));
    expect((await saving)?.etag).toBe('"b"');
    expect([editor.dirty(), editor.draft()?.prep]).toEqual([false, '8']);
    TestBed.inject(Toasts).current()?.undo?.();
    const back = http.expectOne({ method: 'PUT', url: URL });
    expect([back.request.headers.get('If-Match'), back.request.body]).toEqual([
      '"b"',
      { ...leeks('').item, sectionIds: ['s'] },
    ]);
  });

  it('keeps what is typed while a save is under way', async () => {
    editor.patch({ prep: '8' });
    const saving = editor.save();
    editor.patch({ energyKcal: '300' });
    http.expectOne(URL).flush(answer(leeks('"b"', { prepSeconds: 480 })));
    await saving;
    expect([editor.draft()?.energyKcal, editor.dirty()]).toEqual(['300', true]);
  });

  it('tells a refusal at the field it names, and the rest above the button', async () => {
    editor.patch({ stationId: 'grill' });
    const saving = editor.save();
    const errors = [
      { pointer: '/stationId', code: 'unknown_reference', detail: 'No such station.' },
      { pointer: '', code: 'reference_cycle', detail: 'It contains itself.' },
    ];
    const body = { code: 'invalid_request', detail: 'Wrong.', status: 422, errors };
    http.expectOne(URL).flush(body, { status: 422, statusText: 'Unprocessable' });
    expect(await saving).toBeNull();
    expect([editor.errorAt('/stationId'), editor.failure()]).toEqual(['No such station.', 'It contains itself.']);
    expect(editor.draft()?.stationId).toBe('grill');
  });

  it('joins what two people changed when it was not the same', async () => {
    editor.patch({ prep: '8' });
    const saving = editor.save();
    await quicker(leeks('"b"', { energyKcal: 300 }));
    const again = http.expectOne({ method: 'PUT', url: URL });
    expect(again.request.headers.get('If-Match')).toBe('"b"');
    expect(again.request.body).toMatchObject({ prepSeconds: 480, energyKcal: 300 });
    again.flush(answer(leeks('"c"', { prepSeconds: 480, energyKcal: 300 })));
    expect((await saving)?.etag).toBe('"c"');
  });

  it('asks about what both changed, and saves only once that is decided', async () => {
    editor.patch({ prep: '8', energyKcal: '300' });
    const saving = editor.save();
    await quicker(leeks('"b"', { prepSeconds: 900, energyKcal: 250 }));
    const last = { number: 2, by: 'Ana', at: new Date().toISOString(), cause: 'edit', summary: '', checksum: '' };
    http.expectOne('/api/v1/locations/loc/menu-revisions').flush([last]);
    expect(await saving).toBeNull();
    expect(editor.conflict()?.words).toMatch(/^Ana changed this just now/);
    expect(editor.conflict()?.fields.map(({ field, theirs }) => [field, theirs])).toEqual([
      ['prep', '15'],
      ['energyKcal', '250'],
    ]);
    await editor.save();
    http.expectNone({ method: 'PUT', url: URL });
    editor.keepMine('prep');
    editor.takeTheirs('energyKcal');
    void editor.save();
    const sent = http.expectOne({ method: 'PUT', url: URL });
    expect(sent.request.headers.get('If-Match')).toBe('"b"');
    expect(sent.request.body).toMatchObject({ prepSeconds: 480, energyKcal: 250 });
  });

  it('follows what others change while nobody types, and keeps what somebody typed', async () => {
    const news = async (view: MenuItemView, revision: number): Promise<void> => {
      menu.reload();
      TestBed.tick();
      http.expectOne(MENU_URL).flush(menuOf(view, revision));
      await settle();
    };
    await news(leeks('"b"', { energyKcal: 300 }), 2);
    expect(editor.draft()?.energyKcal).toBe('300');
    editor.patch({ energyKcal: '310' });
    await news(leeks('"c"', { energyKcal: 320 }), 3);
    expect(editor.draft()?.energyKcal).toBe('310');
    editor.discard();
    await settle();
    expect(editor.draft()?.energyKcal).toBe('320');
  });

  it('makes a new dish, never over another one, and a copy of one', async () => {
    editor.show(NEW_DISH, 'leeks', null);
    expect([editor.isNew(), editor.dirty(), editor.draft()?.name]).toEqual([
      true,
      true,
      { en: 'Charred leeks (copy)' },
    ]);
    const saving = editor.save();
    const sent = http.expectOne(({ method }) => method === 'PUT');
    expect(sent.request.headers.get('If-None-Match')).toBe('*');
    const made = { ...leeks('"n"').item, id: editor.id() ?? '' };
    sent.flush(answer({ etag: '"n"', sectionIds: ['s'], item: made }));
    await saving;
    expect(menu.byItem().get(made.id)?.etag).toBe('"n"');
    TestBed.inject(Toasts).current()?.undo?.();
    expect(http.expectOne(({ method }) => method === 'DELETE').request.headers.get('If-Match')).toBe('"n"');
  });
});
