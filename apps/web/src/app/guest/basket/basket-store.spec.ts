import { TestBed } from '@angular/core/testing';
import { openRestaurant, provideApiDouble, settle } from '../testing/restaurant-api-double';
import { BasketStore } from './basket-store';

const LEEKS = { itemId: 'leeks', variantId: 'leeks-v', quantity: 1 };
const KEY = 'comanda.basket.loc';

describe('BasketStore', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: provideApiDouble() });
  });

  async function openBasket(): Promise<BasketStore> {
    const basket = TestBed.inject(BasketStore);
    await openRestaurant();
    return basket;
  }

  it('makes one line of the same dish taken twice', async () => {
    const basket = await openBasket();
    basket.add(LEEKS);
    basket.add({ ...LEEKS, quantity: 2 });
    expect(basket.lines()).toHaveLength(1);
    expect(basket.count()).toBe(3);
    expect(basket.priced()?.totalMinor).toBe(2670);
  });

  it('keeps the same dish with other choices apart, whatever their order', async () => {
    const basket = await openBasket();
    const rice = { groupId: 'side', optionId: 'rice' };
    const onion = { groupId: 'out', optionId: 'onion' };
    const burger = { itemId: 'burger', variantId: 'burger-v', quantity: 1 };
    basket.add({ ...burger, options: [rice, onion] });
    basket.add({ ...burger, options: [onion, rice] });
    basket.add({ ...burger, options: [rice] });
    expect(basket.lines().map(({ quantity }) => quantity)).toEqual([2, 1]);
    expect(basket.quantityOf('burger')).toBe(3);
  });

  it('survives a reload', async () => {
    (await openBasket()).add(LEEKS);
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: provideApiDouble() });
    expect((await openBasket()).count()).toBe(1);
  });

  it('sees what another tab did', async () => {
    const basket = await openBasket();
    localStorage.setItem(KEY, JSON.stringify([{ ...LEEKS, id: 'x', quantity: 4 }]));
    dispatchEvent(new StorageEvent('storage', { key: KEY }));
    expect(basket.count()).toBe(4);
  });

  it('leaves out stored lines that are none', async () => {
    const odd = [{ ...LEEKS, id: 'x' }, { id: 'y', itemId: 'leeks', quantity: -1 }, { itemId: 3 }, null, 'soup'];
    localStorage.setItem(KEY, JSON.stringify(odd));
    expect((await openBasket()).lines().map(({ id }) => id)).toEqual(['x']);
  });

  it('starts empty when the storage holds no JSON', async () => {
    localStorage.setItem(KEY, '{broken');
    expect((await openBasket()).isEmpty()).toBe(true);
  });

  it('takes the last unit off as a whole line and brings it back on undo', async () => {
    const basket = await openBasket();
    basket.add(LEEKS);
    const before = basket.snapshot();
    basket.takeOne('leeks');
    expect(basket.isEmpty()).toBe(true);
    basket.restore(before);
    expect(basket.count()).toBe(1);
  });

  it('names a dish that is sold out while it is in the basket', async () => {
    const basket = TestBed.inject(BasketStore);
    const soldOut = {
      targetKind: 'item',
      targetId: 'leeks',
      cause: 'manual',
      since: '2026-01-01T00:00:00Z',
      by: 'Ana',
    } as const;
    await openRestaurant({ version: 2, suspensions: [soldOut], countdowns: [] });
    basket.add(LEEKS);
    await settle();
    expect(basket.problems().map(({ code, pointer }) => [code, pointer])).toEqual([['suspended', '/lines/0']]);
  });
});
