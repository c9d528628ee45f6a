import { jest } from '@jest/globals';
import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Announcer } from '../../core/a11y/announcer';
import { FeedDouble, logIn, provideKitchenDouble, settle } from '../testing/kitchen-double';
import { aTicket } from '../testing/ticket-builders';
import { ExpoFeed } from './expo-feed';
import type { PassOrder } from './expo-orders';
import { PassCommands } from './pass-commands';

const ORDER: PassOrder = {
  orderId: 'o1',
  orderNumber: 7,
  version: 3,
  state: 'in-kitchen',
  paymentState: 'unpaid',
  fulfilment: 'pickup',
  placedAt: '2026-06-01T18:00:00Z',
  rush: false,
  counts: { held: 1, cooking: 1, ready: 0, handed: 0, outstanding: 2 },
  tickets: [aTicket()],
  openTickets: [aTicket()],
  ready: false,
};

describe('what the pass decides', () => {
  let http: HttpTestingController;
  let commands: PassCommands;
  const pass = (): Promise<void> => jest.advanceTimersByTimeAsync(0);
  const said = (): string => TestBed.inject(Announcer).politeRegion();

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: [...provideKitchenDouble(new FeedDouble()), ExpoFeed, PassCommands] });
    http = logIn('waiter');
    commands = TestBed.inject(PassCommands);
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  it('an order goes before the others, asked once however often it is pressed, and waits its turn again', async () => {
    commands.rush(ORDER, true);
    commands.rush(ORDER, true);
    const rush = http.expectOne({ method: 'PUT', url: '/api/v1/orders/o1/rush' });
    expect(rush.request.headers.get('If-Match')).toBe('*');
    rush.flush({});
    await settle(pass);
    expect(said()).toContain('#7 goes before the others');
    commands.rush(ORDER, false);
    http.expectOne({ method: 'DELETE', url: '/api/v1/orders/o1/rush' }).flush({});
    await settle(pass);
    expect(said()).toContain('waits its turn again');
  });

  it('the next course begins', async () => {
    commands.fireCourse(ORDER, 2);
    const fire = http.expectOne('/api/v1/orders/o1/course-firing');
    expect(fire.request.body).toEqual({ course: 2 });
    fire.flush({});
    await settle(pass);
    expect(said()).toContain('Course 2 of #7 is fired');
  });

  it('says on the order why it could not be', async () => {
    commands.handOverLine(ORDER, { ticketId: 't1', lineId: 'l1' });
    http
      .expectOne('/api/v1/tickets/t1/lines/l1/hand-over')
      .flush({ code: 'forbidden', detail: 'No.' }, { status: 403, statusText: 'Forbidden' });
    await settle(pass);
    expect(commands.failures().get('o1')).toContain('Your role');
  });
});
