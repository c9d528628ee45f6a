import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { MenuItemView } from '@comanda/shared';
import { Toasts } from '../../../ui/toast/toasts';
import { FeedDouble, logIn, provideOffice, refusal, settle } from '../../testing/office-double';
import { OfficeMenuStore } from '../office-menu-store';
import { planOf } from './bulk-plan';
import { BulkRun } from './bulk-run';

const BASE = '/api/v1/locations/loc';

function dish(id: string, priceMinor: number, etag: string): MenuItemView {
  const variants = [{ id: `${id}-v`, priceMinor }];
  return { etag, sectionIds: ['s'], item: { id, name: { en: id }, variants, modifierGroupIds: [], taxClass: 'food' } };
}

describe('BulkRun', () => {
  let http: HttpTestingController;
  let menu: OfficeMenuStore;
  let bulk: BulkRun;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideOffice(new FeedDouble()), OfficeMenuStore, BulkRun] });
    http = logIn('manager');
    menu = TestBed.inject(OfficeMenuStore);
    bulk = TestBed.inject(BulkRun);
    TestBed.tick();
    const data = [dish('leeks', 1000, '"a"'), dish('prawns', 2000, '"p"')];
    const terms = { currency: 'EUR', languages: ['en'], defaultLanguage: 'en', sections: [] };
    http.expectOne(`${BASE}/menu-items`).flush({ revision: 1, ...terms, data });
    await settle();
  });

  it('changes one after the other, names what failed, and one undo takes back the rest', async () => {
    const steps = planOf(menu.menu()?.data ?? [], { kind: 'price', percent: 10 }, 'en');
    const running = bulk.run(steps);
    const first = http.expectOne(`${BASE}/menu-variants/leeks-v`);
    expect([first.request.body, first.request.headers.get('If-Match')]).toEqual([{ priceMinor: 1100 }, '"a"']);
    first.flush({ ...dish('leeks', 1100, '"b"'), revision: 2, findings: [] });
    await settle();
    http.expectOne(`${BASE}/menu-variants/prawns-v`).flush(...refusal('version_mismatch', 412, 'Too late.'));
    expect(await running).toBe(false);
    expect(bulk.failed().map(({ step, words }) => [step.name, words])).toEqual([['prawns', 'Too late.']]);
    const toast = TestBed.inject(Toasts).current();
    expect(toast?.text).toBe('1 changed, 1 not');
    toast?.undo?.();
    const back = http.expectOne(`${BASE}/menu-variants/leeks-v`);
    expect([back.request.body, back.request.headers.get('If-Match')]).toEqual([{ priceMinor: 1000 }, '"b"']);
    http.expectNone(`${BASE}/menu-variants/prawns-v`);
  });
});
