import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AvailabilityView } from '@comanda/shared';
import { csrfInterceptor, problemInterceptor } from '../../core/api/interceptors';
import { EVENT_SOURCE, type EventStream } from '../../core/live/event-source-factory';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { EVERYTHING_ON_SALE, LOCATION, MENU } from './small-menu';

const SILENT_STREAM: EventStream = {
  onopen: null,
  onerror: null,
  addEventListener: () => undefined,
  close: () => undefined,
};

/** The site with the API played by the spec. */
export function provideApiDouble(): (Provider | EnvironmentProviders)[] {
  return [
    provideHttpClient(withInterceptors([csrfInterceptor, problemInterceptor])),
    provideHttpClientTesting(),
    provideRouter([]),
    { provide: EVENT_SOURCE, useValue: () => SILENT_STREAM },
  ];
}

/** Lets resources take up their answers. */
export async function settle(): Promise<void> {
  TestBed.tick();
  await new Promise((resume) => setTimeout(resume));
  TestBed.tick();
}

/** Opens the restaurant: its data, its menu and what is on sale have arrived. */
export async function openRestaurant(
  availability: AvailabilityView = EVERYTHING_ON_SALE,
): Promise<HttpTestingController> {
  const http = TestBed.inject(HttpTestingController);
  TestBed.inject(RestaurantStore);
  TestBed.tick();
  http.expectOne('/api/v1/locations').flush([LOCATION]);
  await settle();
  http.expectOne((request) => request.url === '/api/v1/locations/loc/menu').flush(MENU);
  http.expectOne('/api/v1/locations/loc/availability').flush(availability);
  await settle();
  return http;
}
