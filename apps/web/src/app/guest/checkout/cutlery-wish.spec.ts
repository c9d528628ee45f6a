import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { BasketLine, CutleryOffer } from '@comanda/shared';
import { BasketStore } from '../basket/basket-store';
import { FulfilmentStore } from '../fulfilment/fulfilment-store';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { CutleryWish } from './cutlery-wish';

function wishOf(cutlery: CutleryOffer | undefined, people: readonly (string | undefined)[] = [undefined]): CutleryWish {
  const lines = people.map((guestName): BasketLine => ({
    itemId: 'leeks',
    quantity: 1,
    ...(guestName === undefined ? {} : { guestName }),
  }));
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      CutleryWish,
      { provide: BasketStore, useValue: { basketLines: signal(lines) } },
      { provide: RestaurantStore, useValue: { location: signal({ cutlery }) } },
      { provide: FulfilmentStore, useValue: { type: signal('pickup') } },
    ],
  });
  return TestBed.inject(CutleryWish);
}

describe('what a guest says about cutlery', () => {
  beforeEach(() => localStorage.clear());

  it('begins as the restaurant wants it, one set for each who orders', () => {
    expect(wishOf('default-off').inOrder()).toEqual({ cutlery: 0 });
    expect(wishOf('default-on', ['Ines', 'Leo', 'Ines']).inOrder()).toEqual({ cutlery: 2 });
    expect(wishOf('ask').missing()).toBe(true);
  });

  it('is remembered for the next order, and counts anew when others order too', () => {
    wishOf('ask').say(3);
    expect(wishOf('default-off').inOrder()).toEqual({ cutlery: 3 });
    expect(wishOf('ask', ['Ines', 'Leo']).inOrder()).toEqual({ cutlery: 2 });
    wishOf('ask').say(0);
    expect(wishOf('default-on', ['Ines', 'Leo']).inOrder()).toEqual({ cutlery: 0 });
  });

  it('is not asked, nor sent, where nothing is offered or nobody knows yet', () => {
    for (const wish of [wishOf('not-offered'), wishOf(undefined)]) {
      expect([wish.asked(), wish.missing(), wish.inOrder()]).toEqual([false, false, {}]);
    }
  });

  it('drops what somebody else wrote into the storage', () => {
    localStorage.setItem('comanda.cutlery', JSON.stringify({ sets: -4, people: 'two' }));
    expect(wishOf('default-on').sets()).toBe(1);
  });
});
