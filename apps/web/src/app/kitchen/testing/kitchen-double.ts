import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ROLE_PERMISSIONS, type EventType, type EventView, type Role, type TicketView } from '@comanda/shared';
import { csrfInterceptor, problemInterceptor } from '../../core/api/interceptors';
import { EVENT_SOURCE, type EventStream } from '../../core/live/event-source-factory';
import { SessionStore } from '../../core/session/session-store';

/** The server's feed, played by the spec. */
export class FeedDouble implements EventStream {
  onopen: ((event: Event) => unknown) | null = null;
  onerror: ((event: Event) => unknown) | null = null;
  readonly urls: string[] = [];
  private listeners = new Map<string, (event: MessageEvent<string>) => void>();
  private position = 0;

  connect(url: string): this {
    this.urls.push(url);
    this.position = Number(/after=(\d+)/.exec(url)?.[1] ?? 0);
    return this;
  }

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.listeners.set(type, listener);
  }

  close(): void {
    this.listeners = new Map();
  }

  /** Any news, as it stands. */
  say(type: string, data: unknown): void {
    this.listeners.get(type)?.(new MessageEvent(type, { data: JSON.stringify(data) }));
    TestBed.tick();
  }

  /** Something happened to a ticket; `skipped` events before it were lost on the way. */
  tell(type: EventType, ticket: TicketView, actor = 'Ana', skipped = 0): void {
    this.position += 1 + skipped;
    const event: EventView = {
      position: this.position,
      type,
      subject: { kind: 'order', id: ticket.orderId },
      seq: this.position,
      at: '2026-06-01T18:01:00Z',
      actor,
      data: { ticket },
    };
    const message = { data: JSON.stringify(event), lastEventId: String(this.position) };
    this.listeners.get(type)?.(new MessageEvent(type, message));
    TestBed.tick();
  }
}

/** The kitchen's area with the API played by the spec, and Cook at the screen. */
export function provideKitchenDouble(feed: FeedDouble): (Provider | EnvironmentProviders)[] {
  return [
    provideHttpClient(withInterceptors([csrfInterceptor, problemInterceptor])),
    provideHttpClientTesting(),
    provideRouter([]),
    { provide: EVENT_SOURCE, useValue: (url: string) => feed.connect(url) },
  ];
}

export function logIn(role: Role = 'kitchen'): HttpTestingController {
  TestBed.inject(SessionStore).set({
    staff: { id: 's1', name: 'Cook', email: 'cook@example.com', role, active: true },
    permissions: ROLE_PERMISSIONS[role],
    locationId: 'loc',
    csrfToken: 'token',
    expiresAt: '2026-12-01T00:00:00Z',
    insecureTransport: false,
  });
  return TestBed.inject(HttpTestingController);
}

/** Lets answers and timers of no length come in, also under a clock of the spec. */
export async function settle(pass: (ms: number) => Promise<unknown>): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    TestBed.tick();
    await pass(0);
  }
  TestBed.tick();
}
