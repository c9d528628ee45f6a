import { jest } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ROLE_PERMISSIONS, type EventType, type FloorTableView, type FloorView } from '@comanda/shared';
import { csrfInterceptor, problemInterceptor } from '../core/api/interceptors';
import { EVENT_SOURCE, type EventStream } from '../core/live/event-source-factory';
import { SessionStore } from '../core/session/session-store';
import { FloorPlace } from './floor-place';
import { FloorStore } from './floor-store';

/** The restaurant's feed, played by the spec. */
class FeedDouble implements EventStream {
  onopen: ((event: Event) => unknown) | null = null;
  onerror: ((event: Event) => unknown) | null = null;
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>();

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.listeners.set(type, listener);
  }

  close(): void {
    this.listeners.clear();
  }

  tell(type: EventType): void {
    this.listeners.get(type)?.(new MessageEvent<string>(type, { data: '{}' }));
  }
}

const call = (id: string, calledAt: string) => ({ id, kind: 'waiter' as const, calledAt });

function aTable(name: string, calls: readonly ReturnType<typeof call>[] = []): FloorTableView {
  const sitting = {
    id: `s${name}`,
    version: 1,
    openedAt: '2026-06-01T18:00:00Z',
    rounds: 0,
    openRounds: 0,
    counts: { held: 0, cooking: 0, ready: 0, handed: 0, outstanding: 0 },
    totalMinor: 0,
    dueMinor: 0,
    calls,
  };
  return { id: `t${name}`, name, locationId: 'loc', guestPath: `/t/${name}`, state: 'seated', sitting };
}

const aFloor = (...tables: readonly FloorTableView[]): FloorView => ({
  position: 1,
  at: '2026-06-01T18:01:00Z',
  currency: 'EUR',
  tables,
  atPass: [],
});

describe('FloorStore', () => {
  let http: HttpTestingController;
  let feed: FeedDouble;
  let store: FloorStore;
  let opened: number;

  beforeEach(() => {
    jest.useFakeTimers();
    feed = new FeedDouble();
    opened = 0;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([csrfInterceptor, problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: EVENT_SOURCE, useValue: () => ((opened += 1), feed) },
        FloorPlace,
        FloorStore,
      ],
    });
    TestBed.inject(SessionStore).set({
      staff: { id: 's1', name: 'Mara', email: 'mara@example.com', role: 'waiter', active: true },
      permissions: ROLE_PERMISSIONS.waiter,
      locationId: 'loc',
      csrfToken: 'token',
      expiresAt: '2026-12-01T00:00:00Z',
      insecureTransport: false,
    });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(FloorStore);
  });
  afterEach(() => jest.useRealTimers());

  const settle = async (ms = 0): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      TestBed.tick();
      await jest.advanceTimersByTimeAsync(ms);
      ms = 0;
    }
    TestBed.tick();
  };
  const asked = () => http.match('/api/v1/locations/loc/floor');

  async function show(floor: FloorView): Promise<void> {
    await settle();
    asked().forEach((request) => request.flush(floor));
    await settle();
  }

  it('names those who called first at the top', async () => {
    await show(
      aFloor(aTable('1', [call('b', '2026-06-01T18:05:00Z')]), aTable('2', [call('a', '2026-06-01T18:04:00Z')])),
    );
    expect(store.calls().map(({ table }) => table.name)).toEqual(['2', '1']);
  });

  it('looks once for news that come together, and keeps what it shows meanwhile', async () => {
    await show(aFloor(aTable('1')));
    feed.tell('order.placed');
    feed.tell('ticket.fired');
    feed.tell('menu.published');
    await settle(250);
    expect(store.tables()).toHaveLength(1);
    const requests = asked();
    expect(requests).toHaveLength(1);
    requests[0]?.flush(aFloor(aTable('1'), aTable('2')));
    await settle();
    expect(store.tables()).toHaveLength(2);
  });

  it('opens its feed once, however many pictures come', async () => {
    await show(aFloor(aTable('1')));
    feed.onopen?.(new Event('open'));
    await show(aFloor(aTable('1'), aTable('2')));
    store.look();
    await show(aFloor(aTable('1')));
    expect(opened).toBe(1);
  });

  it('looks again after a picture that was on its way when news came', async () => {
    await show(aFloor(aTable('1')));
    feed.tell('order.placed');
    await settle(250);
    const [first] = asked();
    feed.tell('call.made');
    await settle(250);
    expect(asked()).toEqual([]);
    first?.flush(aFloor(aTable('1')));
    await settle();
    expect(asked()).toHaveLength(1);
  });

  it('keeps the last picture and says that it is old when no other can be had', async () => {
    await show(aFloor(aTable('1')));
    store.look();
    await settle();
    asked().forEach((request) => request.error(new ProgressEvent('error')));
    await settle();
    expect(store.tables()).toHaveLength(1);
    expect(store.warning()).toMatch(/^NOT LIVE/);
  });
});
