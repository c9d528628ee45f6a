import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ROLE_PERMISSIONS, type EventView, type Role, type SessionView } from '@comanda/shared';
import { csrfInterceptor, problemInterceptor } from '../../core/api/interceptors';
import { EVENT_SOURCE, type EventStream } from '../../core/live/event-source-factory';
import { SessionStore } from '../../core/session/session-store';
import { OfficeFeed } from '../live/office-feed';

/** The restaurant's feed, played by a spec. */
export class FeedDouble implements EventStream {
  onopen: ((event: Event) => unknown) | null = null;
  onerror: ((event: Event) => unknown) | null = null;
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>();
  private position = 0;

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.listeners.set(type, listener);
  }

  close(): void {
    this.listeners.clear();
  }

  open(): void {
    this.onopen?.(new Event('open'));
  }

  tell(event: Partial<EventView> & Pick<EventView, 'type' | 'subject'>): void {
    this.position += 1;
    const whole = { position: this.position, seq: 1, at: '2026-03-02T12:00:00Z', actor: 'guest', data: {}, ...event };
    const message = { data: JSON.stringify(whole), lastEventId: String(this.position) };
    this.listeners.get(event.type)?.(new MessageEvent<string>(event.type, message));
  }
}

export function sessionOf(role: Role): SessionView {
  return {
    staff: { id: `${role}-1`, name: 'Mara', email: `${role}@example.com`, role, active: true },
    permissions: ROLE_PERMISSIONS[role],
    locationId: 'loc',
    csrfToken: 'token',
    expiresAt: '2026-12-01T00:00:00Z',
    insecureTransport: false,
  };
}

/** The office with the API and the feed played by the spec, and somebody logged in. */
export function provideOffice(feed: FeedDouble): (Provider | EnvironmentProviders)[] {
  return [
    provideHttpClient(withInterceptors([csrfInterceptor, problemInterceptor])),
    provideHttpClientTesting(),
    provideRouter([]),
    OfficeFeed,
    { provide: EVENT_SOURCE, useValue: () => feed },
  ];
}

export function logIn(role: Role): HttpTestingController {
  TestBed.inject(SessionStore).set(sessionOf(role));
  return TestBed.inject(HttpTestingController);
}

/** Lets effects, resources and promises take up what has come. */
export async function settle(): Promise<void> {
  TestBed.tick();
  await new Promise((resume) => setTimeout(resume));
  TestBed.tick();
}

export function refusal(
  code: string,
  status: number,
  detail = 'No.',
): [object, { status: number; statusText: string }] {
  return [
    { code, detail, status },
    { status, statusText: code },
  ];
}
