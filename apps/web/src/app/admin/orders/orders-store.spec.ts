import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OrderSummaryView } from '@comanda/shared';
import { FeedDouble, logIn, provideOffice, refusal, settle } from '../testing/office-double';
import { readFilter, type FilterParams } from './order-filter';
import { OrdersStore } from './orders-store';

function anOrder(number: number, about: Partial<OrderSummaryView> = {}): OrderSummaryView {
  return {
    id: `o${number}`,
    number,
    version: 1,
    state: 'placed',
    paymentState: 'unpaid',
    fulfilment: { type: 'pickup' },
    itemCount: 2,
    currency: 'EUR',
    totalMinor: 1000,
    paidMinor: 0,
    businessDate: '2026-03-02',
    placedAt: `2026-03-02T12:0${number}:00Z`,
    source: 'guest-site',
    ...about,
  };
}

describe('OrdersStore', () => {
  let http: HttpTestingController;
  let feed: FeedDouble;
  let store: OrdersStore;

  beforeEach(() => {
    feed = new FeedDouble();
    TestBed.configureTestingModule({ providers: [provideOffice(feed), OrdersStore] });
    http = logIn('admin');
    store = TestBed.inject(OrdersStore);
    TestBed.tick();
  });

  const list = () => http.expectOne((request) => request.url === '/api/v1/locations/loc/orders');
  const drawn = () => store.lanes().map(({ lane, orders }) => [lane, orders.map(({ number }) => number)]);
  const tell = (
    order: OrderSummaryView,
    type: 'order.placed' | 'order.accepted' | 'order.completed' = 'order.placed',
  ) => feed.tell({ type, subject: { kind: 'order', id: order.id }, seq: order.version, data: { order } });

  async function show(params: FilterParams, data: readonly OrderSummaryView[]): Promise<void> {
    store.show(readFilter(params));
    list().flush({ data, hasMore: false });
    await settle();
  }

  it('draws open orders in lanes, the oldest first', async () => {
    await show({}, [anOrder(3), anOrder(2, { state: 'ready' }), anOrder(1)]);
    expect(drawn()).toEqual([
      ['to-accept', [1, 3]],
      ['ready', [2]],
    ]);
  });

  it('keeps new orders behind a count until somebody asks', async () => {
    await show({}, [anOrder(1)]);
    tell(anOrder(2));
    tell(anOrder(3));
    expect([store.arrivals(), drawn()]).toEqual([2, [['to-accept', [1]]]]);
    store.arrange();
    expect([store.arrivals(), drawn()]).toEqual([0, [['to-accept', [1, 2, 3]]]]);
  });

  it('changes rows in place: what somebody else accepted stays where it stands', async () => {
    await show({}, [anOrder(1), anOrder(2)]);
    tell(anOrder(1, { state: 'accepted', version: 2 }), 'order.accepted');
    expect(drawn()).toEqual([['to-accept', [1, 2]]]);
    expect(store.lanes()[0]?.orders[0]?.state).toBe('accepted');
    expect(store.moved()).toBe(1);
    store.arrange();
    expect(drawn()).toEqual([
      ['to-accept', [2]],
      ['kitchen', [1]],
    ]);
  });

  it('moves at once what this person changed', async () => {
    await show({}, [anOrder(1), anOrder(2)]);
    store.take(anOrder(1, { state: 'accepted', version: 2 }));
    expect(drawn()).toEqual([
      ['to-accept', [2]],
      ['kitchen', [1]],
    ]);
  });

  it('never goes back to an older version', async () => {
    await show({}, [anOrder(1, { state: 'ready', version: 5 })]);
    tell(anOrder(1, { state: 'accepted', version: 2 }), 'order.accepted');
    expect(store.lanes()[0]?.orders[0]?.state).toBe('ready');
  });

  it('follows the version through events of the kitchen, so that commands name the right one', async () => {
    await show({}, [anOrder(1, { state: 'in-kitchen', version: 3 })]);
    feed.tell({ type: 'ticket.started', subject: { kind: 'order', id: 'o1' }, seq: 4 });
    expect(store.lanes()[0]?.orders[0]?.version).toBe(4);
  });

  it('filters by kind, payment and text', async () => {
    const table = anOrder(1, { fulfilment: { type: 'dine-in', tableName: '7' }, paidMinor: 1000 });
    await show({}, [table, anOrder(2, { guestName: 'Ines' }), anOrder(3)]);
    const numbersOf = (params: FilterParams) => {
      store.show(readFilter(params));
      return store.lanes().flatMap(({ orders }) => orders.map(({ number }) => number));
    };
    expect(numbersOf({ type: 'dine-in' })).toEqual([1]);
    expect(numbersOf({ pay: 'unpaid' })).toEqual([2, 3]);
    expect(numbersOf({ q: 'ines' })).toEqual([2]);
    expect(numbersOf({ q: '#3' })).toEqual([3]);
    expect(numbersOf({ q: 'table 7' })).toEqual([1]);
    expect(numbersOf({ type: 'unknown' })).toEqual([1, 2, 3]);
  });

  it('asks for what is over, the latest first, and for older pages', async () => {
    store.show(readFilter({ show: 'over' }));
    const first = list();
    expect(first.request.params.getAll('state')).toEqual(['completed', 'rejected', 'cancelled', 'expired']);
    const over = { state: 'completed' as const };
    first.flush({ data: [anOrder(3, over), anOrder(2, over)], hasMore: true, nextCursor: 'c' });
    await settle();
    void store.loadMore();
    const second = list();
    expect(second.request.params.get('cursor')).toBe('c');
    second.flush({ data: [anOrder(1, over)], hasMore: false });
    await settle();
    expect([drawn(), store.hasMore()]).toEqual([[['over', [3, 2, 1]]], false]);
  });

  it('refetches when the feed stands, and forgets open orders that the server no longer lists', async () => {
    await show({}, [anOrder(1), anOrder(2)]);
    feed.open();
    list().flush({ data: [anOrder(2)], hasMore: false });
    await settle();
    expect(drawn()).toEqual([['to-accept', [2]]]);
  });

  it('keeps the list when a refresh fails, and says so', async () => {
    await show({}, [anOrder(1)]);
    void store.load();
    list().flush(...refusal('service_unavailable', 503));
    await settle();
    expect([store.failure()?.code, drawn()]).toEqual(['service_unavailable', [['to-accept', [1]]]]);
  });
});
