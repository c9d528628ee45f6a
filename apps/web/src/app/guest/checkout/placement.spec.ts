import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { PlaceOrderRequest } from '@comanda/shared';
import { BasketStore } from '../basket/basket-store';
import type { ApiDouble, AskedRequest } from '../testing/api-double';
import { openRestaurant, provideApiDouble } from '../testing/restaurant-api-double';
import { LOCATION } from '../testing/small-menu';
import { Placement } from './placement';

const URL = '/api/v1/locations/loc/orders';
const ORDER: PlaceOrderRequest = {
  fulfilment: { type: 'pickup' },
  lines: [{ itemId: 'leeks', variantId: 'leeks-v', quantity: 1 }],
  expectedTotalMinor: 890,
};
const PLACED = { number: 7, trackingToken: 'tok', placedAt: '2026-03-02T12:00:00Z', location: LOCATION };

function keyOf(request: AskedRequest): string | null {
  return request.header('Idempotency-Key');
}

function refusal(code: string, status: number): [object, number] {
  return [{ code, detail: 'No.', status }, status];
}

function spyOnNavigate() {
  return jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
}

describe('Placement', () => {
  let api: ApiDouble;
  let navigate: ReturnType<typeof spyOnNavigate>;

  async function start(): Promise<Placement> {
    TestBed.configureTestingModule({ providers: provideApiDouble() });
    const basket = TestBed.inject(BasketStore);
    api = await openRestaurant();
    navigate = spyOnNavigate();
    if (basket.isEmpty()) basket.add({ itemId: 'leeks', variantId: 'leeks-v', quantity: 1 });
    jest.useFakeTimers();
    const placement = TestBed.inject(Placement);
    placement.prepare();
    return placement;
  }

  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  afterEach(() => jest.useRealTimers());

  it('makes one order of a double tap', async () => {
    const placement = await start();
    void placement.place(ORDER);
    void placement.place(ORDER);
    api.expectOne(URL).flush(PLACED);
    await pass(0);
    expect(navigate).toHaveBeenCalledWith(['/o', 'tok']);
    expect(TestBed.inject(BasketStore).isEmpty()).toBe(true);
    expect(placement.state()).toBe('idle');
  });

  it('asks again with the same key and the same order when the answer is lost', async () => {
    const placement = await start();
    void placement.place(ORDER);
    const first = api.expectOne(URL);
    first.lose();
    await pass(0);
    expect(placement.state()).toBe('checking');
    await pass(2_000);
    const second = api.expectOne(URL);
    expect(keyOf(second)).toBe(keyOf(first));
    expect(second.body).toEqual(first.body);
    second.flush(PLACED);
    await pass(0);
    expect(navigate).toHaveBeenCalledTimes(1);
  });

  it('gives the question back to the guest after six lost answers, and keeps the key', async () => {
    const placement = await start();
    void placement.place(ORDER);
    const keys = new Set<string | null>();
    for (const wait of [2_000, 3_000, 5_000, 8_000, 13_000, 0]) {
      const attempt = api.expectOne(URL);
      keys.add(keyOf(attempt));
      attempt.flush(...refusal('service_unavailable', 503));
      await pass(wait);
    }
    expect(placement.state()).toBe('unanswered');
    void placement.askAgain();
    const last = api.expectOne(URL);
    keys.add(keyOf(last));
    last.flush(PLACED);
    await pass(0);
    expect(keys.size).toBe(1);
    expect(placement.state()).toBe('idle');
  });

  it('asks about an order that was sent before a reload, with its key', async () => {
    void (await start()).place(ORDER);
    const key = keyOf(api.expectOne(URL));
    TestBed.resetTestingModule();
    jest.useRealTimers();
    const placement = await start();
    expect(placement.state()).toBe('checking');
    const again = api.expectOne(URL);
    expect(keyOf(again)).toBe(key);
    expect(again.body).toEqual(ORDER);
  });

  it('keeps its key over a reload before anything was sent', async () => {
    await start();
    const stored = sessionStorage.getItem('comanda.placement');
    TestBed.resetTestingModule();
    jest.useRealTimers();
    await start();
    expect(sessionStorage.getItem('comanda.placement')).toBe(stored);
    api.expectNone(URL);
  });

  it('says why it was refused and takes a new key for the mended order', async () => {
    const placement = await start();
    void placement.place(ORDER);
    const first = api.expectOne(URL);
    first.flush(...refusal('price_changed', 409));
    await pass(0);
    expect(placement.state()).toBe('refused');
    expect(placement.problem()?.code).toBe('price_changed');
    expect(placement.agreedTotalMinor()).toBe(890);
    expect(TestBed.inject(BasketStore).count()).toBe(1);
    void placement.place({ ...ORDER, expectedTotalMinor: 950 });
    const second = api.expectOne(URL);
    expect(keyOf(second)).not.toBe(keyOf(first));
  });
});
