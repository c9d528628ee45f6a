import { InjectionToken } from '@angular/core';

/** The part of EventSource that we use; a port so that a spec can play the server. */
export interface EventStream {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  onopen: ((event: Event) => unknown) | null;
  onerror: ((event: Event) => unknown) | null;
  close(): void;
}

export type EventSourceFactory = (url: string) => EventStream;

export const EVENT_SOURCE = new InjectionToken<EventSourceFactory>('EventSource', {
  providedIn: 'root',
  factory: () => (url: string) => new EventSource(url),
});
