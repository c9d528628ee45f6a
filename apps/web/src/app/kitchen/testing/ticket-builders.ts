import type { TicketLineView, TicketView } from '@comanda/shared';

/** A ticket with one dish, fired at 18:00 and due at 18:20. */
export function aTicket(facts: Partial<TicketView> = {}): TicketView {
  return {
    id: 't1',
    version: 1,
    orderId: 'o1',
    orderNumber: 1,
    businessDate: '2026-06-01',
    stationId: 'grill',
    state: 'fired',
    fulfilment: 'dine-in',
    lines: [aLine()],
    firedAt: '2026-06-01T18:00:00.000Z',
    startAt: '2026-06-01T18:00:00.000Z',
    dueSoonAt: '2026-06-01T18:15:00.000Z',
    dueAt: '2026-06-01T18:20:00.000Z',
    recalled: false,
    rush: false,
    allergies: [],
    awaits: [],
    ...facts,
  };
}

export function aLine(facts: Partial<TicketLineView> = {}): TicketLineView {
  return {
    id: 'l1',
    orderLineId: 'ol1',
    state: 'fired',
    quantity: 1,
    name: 'Ramen',
    modifiers: [],
    allergens: [],
    allergies: [],
    course: 1,
    ...facts,
  };
}
