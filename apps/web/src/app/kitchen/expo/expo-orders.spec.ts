import type { EventView, ExpoOrderView, OrderSummaryView, TicketView } from '@comanda/shared';
import { aTicket } from '../testing/ticket-builders';
import {
  EMPTY_PICTURE,
  after,
  lateSeconds,
  ordersAtThePass,
  packingOf,
  pictureOf,
  type ExpoPicture,
} from './expo-orders';

function anOrder(facts: Partial<ExpoOrderView> = {}): ExpoOrderView {
  return {
    orderId: 'o1',
    orderNumber: 1,
    version: 3,
    state: 'in-kitchen',
    paymentState: 'unpaid',
    fulfilment: 'pickup',
    placedAt: '2026-06-01T18:00:00Z',
    rush: false,
    counts: { held: 0, cooking: 2, ready: 0, handed: 0, outstanding: 2 },
    tickets: [aTicket({ id: 'grill' }), aTicket({ id: 'cold', stationId: 'cold' })],
    ...facts,
  };
}

function summary(facts: Partial<OrderSummaryView>): OrderSummaryView {
  return {
    id: 'o1',
    number: 1,
    version: 4,
    state: 'in-kitchen',
    paymentState: 'unpaid',
    fulfilment: { type: 'dine-in', tableName: '4' },
    itemCount: 2,
    currency: 'EUR',
    totalMinor: 1000,
    paidMinor: 0,
    businessDate: '2026-06-01',
    placedAt: '2026-06-01T18:00:00Z',
    source: 'guest-site',
    ...facts,
  };
}

const event = (seq: number, data: { order: OrderSummaryView } | { ticket: TicketView }): EventView => ({
  position: seq,
  type: 'order' in data ? 'order.ready' : 'ticket.ready',
  subject: { kind: 'order', id: 'o1' },
  seq,
  at: '2026-06-01T18:05:00Z',
  actor: 'Ana',
  data,
});

const states = (picture: ExpoPicture): string[] =>
  ordersAtThePass(picture).map(
    ({ orderId, ready, openTickets }) => `${orderId} ${ready ? 'ready' : `open ${openTickets.length}`}`,
  );

describe('the pass', () => {
  const picture = pictureOf([anOrder()], EMPTY_PICTURE);

  it('counts the stations that are not done', () => {
    const grillDone = after(picture, event(4, { ticket: aTicket({ id: 'grill', version: 2, state: 'ready' }) }));
    expect(states(picture)).toEqual(['o1 open 2']);
    expect(states(grillDone)).toEqual(['o1 open 1']);
  });

  it('is ready when the order is, and not any more when a station takes a ticket back', () => {
    const ready = after(picture, event(5, { order: summary({ version: 5, state: 'ready' }) }));
    expect(states(ready)).toEqual(['o1 ready']);
    const back = after(ready, event(7, { order: summary({ version: 7, state: 'in-kitchen' }) }));
    expect(states(back)).toEqual(['o1 open 2']);
  });

  it('learns of a new order by its own news and shows it with its first ticket', () => {
    const placed = after(EMPTY_PICTURE, event(1, { order: summary({ version: 1 }) }));
    expect(states(placed)).toEqual([]);
    const fired = after(placed, event(2, { ticket: aTicket({ id: 'grill', orderId: 'o1' }) }));
    expect(states(fired)).toEqual(['o1 open 1']);
    expect(ordersAtThePass(fired)[0]).toMatchObject({ tableName: '4', version: 2, paymentState: 'unpaid' });
  });

  it('takes no old news', () => {
    const ready = after(picture, event(5, { order: summary({ version: 5, state: 'ready' }) }));
    expect(after(ready, event(4, { order: summary({ version: 4 }) }))).toBe(ready);
    const older = pictureOf([anOrder()], ready);
    expect(states(older)).toEqual(['o1 ready']);
  });

  it('lets an order go that is handed over or cancelled', () => {
    for (const state of ['completed', 'cancelled'] as const) {
      expect(states(after(picture, event(6, { order: summary({ version: 6, state }) })))).toEqual([]);
    }
  });

  it('shows the oldest first and how late the slowest station is', () => {
    const younger = anOrder({
      orderId: 'o2',
      placedAt: '2026-06-01T18:09:00Z',
      tickets: [aTicket({ id: 't2', orderId: 'o2' })],
    });
    const both = ordersAtThePass(pictureOf([younger, anOrder()], EMPTY_PICTURE));
    expect(both.map(({ orderId }) => orderId)).toEqual(['o1', 'o2']);
    const [first] = both;
    if (first === undefined) throw new Error('There is an order.');
    expect(lateSeconds(first, Date.parse('2026-06-01T18:10:00Z'))).toBe(0);
    expect(lateSeconds(first, Date.parse('2026-06-01T18:21:30Z'))).toBe(90);
  });
});

describe('what is packed with an order', () => {
  it('is known from its first news, and nothing is said where nobody was asked', () => {
    const order = summary({ fulfilment: { type: 'pickup', cutlery: 2 } });
    const known = after(EMPTY_PICTURE, event(4, { order })).orders.get('o1');
    expect(known?.cutlery).toBe(2);
    expect([known ?? {}, { cutlery: 0 }, {}].map(packingOf)).toEqual(['Cutlery for 2', 'No cutlery', null]);
  });
});
