import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { EventView } from '@comanda/shared';
import { FeedDouble, logIn, provideOffice, refusal, settle } from '../testing/office-double';
import { whoWasQuicker } from './conflict-words';
import { OrderCommands } from './order-commands';

const SEEN = { id: 'o1', version: 3 };
const NOW = Date.parse('2026-03-02T12:00:00Z');

function anEvent(about: Partial<EventView>): EventView {
  return {
    position: 1,
    type: 'order.accepted',
    subject: { kind: 'order', id: 'o1' },
    seq: 4,
    at: new Date(NOW - 4_000).toISOString(),
    actor: 'Ana',
    data: {},
    ...about,
  };
}

describe('OrderCommands', () => {
  let http: HttpTestingController;
  let commands: OrderCommands;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideOffice(new FeedDouble()), OrderCommands] });
    http = logIn('admin');
    commands = TestBed.inject(OrderCommands);
  });

  it('accepts the version that was on screen', async () => {
    const result = commands.run(SEEN, { kind: 'accept' });
    const sent = http.expectOne('/api/v1/orders/o1/acceptance');
    expect([sent.request.method, sent.request.headers.get('X-CSRF-Token')]).toEqual(['POST', 'token']);
    sent.flush({ id: 'o1' });
    expect(await result).toEqual({ order: { id: 'o1' }, refusal: null, kitchenAsked: false });
  });

  it('says who was quicker and gives the order as it is now', async () => {
    const result = commands.run(SEEN, { kind: 'accept' });
    const sent = http.expectOne('/api/v1/orders/o1/acceptance');
    expect(sent.request.headers.get('If-Match')).toBe('"3"');
    sent.flush(...refusal('version_mismatch', 412));
    await settle();
    http.expectOne('/api/v1/orders/o1').flush({ id: 'o1', version: 4 });
    const at = new Date().toISOString();
    http.expectOne('/api/v1/orders/o1/events').flush([anEvent({ seq: 4, at })]);
    const { order, refusal: words } = await result;
    expect(order).toEqual({ id: 'o1', version: 4 });
    expect(words).toBe('Ana accepted this order just now. Nothing was changed by you.');
  });

  it('tells when the kitchen has to be asked', async () => {
    const result = commands.run(SEEN, { kind: 'cancel', reason: 'Guest left' });
    const sent = http.expectOne('/api/v1/orders/o1/cancellation');
    expect(sent.request.body).toEqual({ reason: 'Guest left' });
    const errors = [{ pointer: '/kitchenAnswer', code: 'required', detail: 'Ask the kitchen.' }];
    sent.flush({ code: 'invalid_request', detail: 'No.', errors }, { status: 422, statusText: 'invalid' });
    expect(await result).toEqual({ order: null, refusal: 'Ask the kitchen.', kitchenAsked: true });
  });

  it('records a payment under its key', async () => {
    const deed = { kind: 'pay', key: 'k'.repeat(32), method: 'cash', amountMinor: 500 } as const;
    void commands.run(SEEN, deed);
    const { request } = http.expectOne('/api/v1/orders/o1/payments');
    expect(request.headers.get('Idempotency-Key')).toBe(deed.key);
    expect(request.body).toEqual({ method: 'cash', amountMinor: 500 });
  });
});

describe('whoWasQuicker', () => {
  const seen = { version: 3, self: 'Mara', nowMs: NOW };
  it.each([
    [[anEvent({})], 'Ana accepted this order 4 s ago.'],
    [[anEvent({ actor: 'Mara' })], 'You, perhaps in another window, accepted this order 4 s ago.'],
    [[anEvent({ actor: 'guest', type: 'order.cancelled' })], 'The guest cancelled this order 4 s ago.'],
    [[anEvent({}), anEvent({ seq: 5, type: 'order.fired' })], 'Ana accepted this order 4 s ago.'],
    [[anEvent({ actor: 'system' })], 'The system accepted this order 4 s ago.'],
    [[anEvent({ seq: 3 })], null],
  ])('case %#', (events, words) => expect(whoWasQuicker(events, seen)).toBe(words));
});
