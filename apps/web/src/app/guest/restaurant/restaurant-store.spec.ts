import { TestBed } from '@angular/core/testing';
import { MenuLanguage } from '../../core/i18n/menu-language';
import { openRestaurant, provideApiDouble, settle } from '../testing/restaurant-api-double';
import { MENU } from '../testing/small-menu';
import { RestaurantStore } from './restaurant-store';

const MENU_URL = '/api/v1/locations/loc/menu';

describe('the language of the menu at a restaurant', () => {
  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: provideApiDouble() });
  });

  it('is kept on the way back to the menu when the menu has it', async () => {
    const [api, store] = [await openRestaurant(), TestBed.inject(RestaurantStore)];
    TestBed.inject(MenuLanguage).choose('th');
    TestBed.tick();
    const request = api.expectOne(MENU_URL);
    expect(request.url).toBe(`${MENU_URL}?language=th`);
    request.flush({ ...MENU, language: 'th', languages: ['en', 'th'] });
    await settle();
    expect(store.menu()?.language).toBe('th');
    expect(store.menuLink().queryParams).toEqual({ menu: 'th' });
  });

  it('falls back on that of the site, without a look at the other', async () => {
    const [api, store] = [await openRestaurant(), TestBed.inject(RestaurantStore)];
    TestBed.inject(MenuLanguage).choose('fr');
    TestBed.tick();
    api.expectOne(MENU_URL).flush({ ...MENU, language: 'fr' });
    await settle();
    expect(store.menu()?.language).not.toBe('fr');
    const again = api.expectOne(MENU_URL);
    expect(again.url).toBe(`${MENU_URL}?language=en`);
    again.flush(MENU);
    await settle();
    expect(store.menu()?.language).toBe('en');
    expect(store.menuLink().queryParams).toEqual({});
  });
});
