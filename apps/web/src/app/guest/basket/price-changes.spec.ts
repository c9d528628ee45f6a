import { TestBed } from '@angular/core/testing';
import { RestaurantStore } from '../restaurant/restaurant-store';
import type { ApiDouble } from '../testing/api-double';
import { openRestaurant, provideApiDouble, settle } from '../testing/restaurant-api-double';
import { MENU } from '../testing/small-menu';
import { BasketStore } from './basket-store';
import { PriceChanges } from './price-changes';

const BURGER = {
  itemId: 'burger',
  variantId: 'burger-v',
  quantity: 2,
  options: [{ groupId: 'side', optionId: 'fries', options: [{ groupId: 'dip', optionId: 'aioli' }] }],
};

describe('PriceChanges', () => {
  let api: ApiDouble;
  let basket: BasketStore;
  let prices: PriceChanges;

  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: provideApiDouble() });
    basket = TestBed.inject(BasketStore);
    prices = TestBed.inject(PriceChanges);
    api = await openRestaurant();
    basket.add(BURGER);
    basket.add({ itemId: 'leeks', variantId: 'leeks-v', quantity: 1 });
  });

  /** The restaurant publishes other prices. */
  async function publish(fries: number, leeks: number): Promise<void> {
    TestBed.inject(RestaurantStore).refreshAll();
    TestBed.tick();
    const items = MENU.items.map((item) =>
      item.id === 'leeks' ? { ...item, variants: [{ id: 'leeks-v', priceMinor: leeks }] } : item,
    );
    const modifierGroups = MENU.modifierGroups.map((group) => ({
      ...group,
      options: group.options.map((option) => (option.id === 'fries' ? { ...option, priceMinor: fries } : option)),
    }));
    api.expectOne('/api/v1/locations/loc/menu').flush({ ...MENU, items, modifierGroups });
    await settle();
  }

  it('says nothing while the prices are those that were seen', () => {
    expect(prices.changes()).toEqual([]);
  });

  it('names the lines whose dish or option got another price, with both prices of one', async () => {
    await publish(250, 890);
    expect(prices.changes()).toEqual([
      { lineId: basket.lines()[0]?.id, beforeMinor: 1500 + 150 + 80, nowMinor: 1500 + 250 + 80 },
    ]);
    await publish(250, 790);
    expect(prices.changes().map(({ beforeMinor, nowMinor }) => [beforeMinor, nowMinor])).toEqual([
      [1730, 1830],
      [890, 790],
    ]);
  });

  it('is quiet after the guest agreed, and after a change was taken back', async () => {
    await publish(250, 790);
    prices.agree();
    expect(prices.changes()).toEqual([]);
    await publish(150, 790);
    expect(prices.changes()).toHaveLength(1);
    await publish(250, 790);
    expect(prices.changes()).toEqual([]);
  });

  it('outlives a reload, and never goes to the restaurant', async () => {
    await publish(250, 890);
    const stored = JSON.parse(localStorage.getItem('comanda.basket.loc') ?? '[]') as { seenMinor?: number }[];
    expect(stored.map(({ seenMinor }) => seenMinor)).toEqual([1730, 890]);
    expect(basket.basketLines().every((line) => !('seenMinor' in line))).toBe(true);
  });

  it('sees a dish that is chosen anew at its price of now', async () => {
    await publish(250, 790);
    const line = basket.lines()[1];
    if (line) basket.replace(line.id, { itemId: 'leeks', variantId: 'leeks-v', quantity: 3 });
    expect(prices.changes().map(({ beforeMinor }) => beforeMinor)).toEqual([1730]);
  });
});
