import type { HttpTestingController } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, type RouterStateSnapshot } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MenuItemView } from '@comanda/shared';
import { addIcons } from '../../../ui/icon/icon-shapes';
import { STAFF_ICONS } from '../../../ui/icon/staff-icons';
import { Unsaved, UnsavedQuestion } from '../../shell/unsaved';
import { unsavedGuard, type UnsavedPage } from '../../shell/unsaved-guard';
import { FeedDouble, logIn, provideOffice, settle } from '../../testing/office-double';
import { SaleStore } from '../../sold-out/sale-store';
import { OfficeMenuStore } from '../office-menu-store';
import { Quicker } from '../quicker';
import { DishPlace } from './dish-place';

addIcons(STAFF_ICONS);

const BASE = '/api/v1/locations/loc';
const LEEKS: MenuItemView = {
  etag: '"a"',
  sectionIds: ['s'],
  item: {
    id: 'leeks',
    name: { en: 'Charred leeks' },
    variants: [{ id: 'leeks-v', priceMinor: 890 }],
    modifierGroupIds: [],
    taxClass: 'food',
  },
};

/** The page around the dish, as far as the dish needs it. */
@Component({
  selector: 'app-page-double',
  imports: [DishPlace, UnsavedQuestion],
  providers: [OfficeMenuStore, Quicker, SaleStore, Unsaved],
  template: '<app-dish-place /><app-unsaved-question />',
})
class PageDouble implements UnsavedPage {
  private readonly unsaved = inject(Unsaved);
  private readonly router = inject(Router);

  mayLeave(next: RouterStateSnapshot): Promise<boolean> {
    return this.unsaved.mayLeave(this.router.url, next);
  }
}

describe('a dish beside the list', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;
  const page = (): HTMLElement => harness.routeNativeElement ?? document.body;
  const find = <Found extends HTMLElement>(selector: string): Found | null => page().querySelector<Found>(selector);

  beforeEach(async () => {
    // A wide screen: the panel is a part of the page.
    Object.defineProperty(window, 'matchMedia', {
      configurable: true,
      value: () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }),
    });
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
    const route = {
      path: 'admin/menu',
      component: PageDouble,
      canDeactivate: [unsavedGuard],
      runGuardsAndResolvers: 'paramsOrQueryParamsChange' as const,
    };
    TestBed.configureTestingModule({
      providers: [provideOffice(new FeedDouble()), provideRouter([route, { path: '**', children: [] }])],
    });
    http = logIn('manager');
    harness = await RouterTestingHarness.create('/admin/menu?dish=leeks');
    await settle();
    const terms = { currency: 'EUR', languages: ['en'], defaultLanguage: 'en' };
    const sections = [{ id: 's', name: { en: 'Small plates' } }];
    http.expectOne(`${BASE}/menu-items`).flush({ revision: 1, ...terms, sections, data: [LEEKS] });
    for (let turn = 0; turn < 20 && find('#dish-name-en') === null; turn += 1) await settle();
  });

  afterEach(() => Reflect.deleteProperty(window, 'matchMedia'));

  function type(selector: string, text: string): void {
    const field = find<HTMLInputElement>(selector);
    if (field === null) throw new Error(`There is no ${selector}.`);
    field.value = text;
    field.dispatchEvent(new Event('input'));
  }

  it('stands open as the address says, with what the menu knows of it', () => {
    expect(find<HTMLInputElement>('#dish-name-en')?.value).toBe('Charred leeks');
    expect(find<HTMLInputElement>('#dish-variants-0-priceMinor')?.value).toBe('8.90');
    expect(find('app-dish-preview')?.textContent).toContain('€8.90');
  });

  it('names what is wrong at its field, and sends the whole once it is right', async () => {
    type('#dish-prepSeconds', 'soon');
    find('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(find('#dish-prepSeconds-error')?.textContent).toMatch(/Whole minutes/);
    type('#dish-prepSeconds', '8');
    find('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = http.expectOne({ method: 'PUT', url: `${BASE}/menu-items/leeks` });
    expect(sent.request.body).toMatchObject({ prepSeconds: 480, sectionIds: ['s'] });
  });

  it('is not left while something is unsaved, unless that is thrown away', async () => {
    type('#dish-prepSeconds', '8');
    const leaving = harness.navigateByUrl('/admin/menu?dish=new').catch(() => null);
    await settle();
    const [stay] = page().querySelectorAll<HTMLButtonElement>('app-unsaved-question .answers button');
    stay?.click();
    await leaving;
    await settle();
    expect(find<HTMLInputElement>('#dish-prepSeconds')?.value).toBe('8');
    const gone = harness.navigateByUrl('/admin/menu?dish=new').catch(() => null);
    await settle();
    page().querySelectorAll<HTMLButtonElement>('app-unsaved-question .answers button')[1]?.click();
    await gone;
    await settle();
    expect(find<HTMLInputElement>('#dish-prepSeconds')?.value).toBe('');
    expect(find<HTMLInputElement>('#dish-taxClass')?.value).toBe('food');
  });
});
