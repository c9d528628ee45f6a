import { jest } from '@jest/globals';
import { EnvironmentInjector, createEnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BasketStore } from '../basket/basket-store';
import { FulfilmentStore } from '../fulfilment/fulfilment-store';
import type { ApiDouble } from '../testing/api-double';
import { openRestaurant, provideApiDouble } from '../testing/restaurant-api-double';
import { SlotHold } from './slot-hold';

const LEEKS = { itemId: 'leeks', variantId: 'leeks-v', quantity: 1 };
const MINUTE_MS = 60_000;
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * MINUTE_MS).toISOString();
const LATER = { from: inMinutes(180), until: inMinutes(195) };

describe('a time that is held at the checkout', () => {
  let api: ApiDouble;
  let hold: SlotHold;
  /** As the page of the checkout has it. */
  let checkout: EnvironmentInjector;

  const pass = async (ms: number): Promise<void> => {
    for (const each of [ms, 0, 0]) {
      TestBed.tick();
      await jest.advanceTimersByTimeAsync(each);
    }
    TestBed.tick();
  };
  const url = (): string => `/api/v1/locations/loc/slot-holds/${TestBed.inject(FulfilmentStore).slotHold() ?? ''}`;
  const answerHold = async (minutes: number): Promise<void> => {
    api.expectOne(url()).flush({ ...LATER, heldUntil: inMinutes(minutes) });
    await pass(0);
  };

  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    jest.useFakeTimers({ advanceTimers: true });
    TestBed.configureTestingModule({ providers: provideApiDouble() });
    api = await openRestaurant();
    TestBed.inject(BasketStore).add(LEEKS);
    checkout = createEnvironmentInjector([SlotHold], TestBed.inject(EnvironmentInjector));
    hold = checkout.get(SlotHold);
    TestBed.inject(FulfilmentStore).chooseTime(LATER);
    await pass(500);
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  it('says until when, and goes on saying so while a dish more is told', async () => {
    await answerHold(10);
    expect(hold.words()).toMatch(/^We keep .* for you until /);
    const before = hold.words();
    TestBed.inject(BasketStore).add(LEEKS);
    await pass(500);
    expect(hold.words()).toBe(before);
    await answerHold(10);
    expect(hold.words()).toBe(before);
  });

  it('counts the last two minutes down, which is told once', async () => {
    await answerHold(3);
    expect(hold.countdown()).toBeNull();
    await pass(MINUTE_MS + 1000);
    expect(hold.countdown()).toMatch(/^(2:00|1:5\d)$/);
    const told = hold.words();
    expect(told).toContain('less than two more minutes');
    await pass(MINUTE_MS);
    expect(hold.countdown()).toMatch(/^(1:00|0:5\d)$/);
    expect(hold.words()).toBe(told);
    await pass(MINUTE_MS);
    expect([hold.countdown(), hold.expired()]).toEqual([null, true]);
  });

  it('says when it is over, and is kept again when the guest wants it', async () => {
    await answerHold(1);
    expect(hold.expired()).toBe(false);
    await pass(MINUTE_MS + 1000);
    expect(hold.expired()).toBe(true);
    expect(hold.words()).toContain('is not kept for you any more');
    hold.keepAgain();
    await pass(0);
    await answerHold(10);
    expect([hold.expired(), hold.words()]).toEqual([false, expect.stringContaining('We keep')]);
  });

  it('says nothing of a time that could not be held, and of none at all', async () => {
    api.expectOne(url()).flush({ code: 'slot_full', detail: 'Full.', status: 409 }, 409);
    await pass(0);
    expect(hold.words()).toBeNull();
    TestBed.inject(FulfilmentStore).chooseTime(null);
    await pass(500);
    expect([hold.words(), TestBed.inject(FulfilmentStore).slotHold()]).toEqual([null, null]);
  });

  it('is given back by whoever leaves the checkout', async () => {
    await answerHold(10);
    const held = url();
    checkout.destroy();
    api.expectOne(held);
    expect(TestBed.inject(FulfilmentStore).slotHold()).toBeNull();
  });

  it('has another key at the next visit: an order has spent the last one', async () => {
    await answerHold(10);
    const spent = TestBed.inject(FulfilmentStore).slotHold();
    checkout.destroy();
    createEnvironmentInjector([SlotHold], TestBed.inject(EnvironmentInjector)).get(SlotHold);
    await pass(500);
    const next = TestBed.inject(FulfilmentStore).slotHold();
    expect(next).toMatch(/^[\w-]{16,64}$/);
    expect(next).not.toBe(spent);
  });
});
