import { type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AvailabilityView } from '@comanda/shared';
import { ASK } from '../../core/api/public-api';
import { EVENT_SOURCE, type EventStream } from '../../core/live/event-source-factory';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { ApiDouble } from './api-double';
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
    ApiDouble,
    { provide: ASK, useFactory: () => TestBed.inject(ApiDouble).ask },
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
export async function openRestaurant(availability: AvailabilityView = EVERYTHING_ON_SALE): Promise<ApiDouble> {
  const api = TestBed.inject(ApiDouble);
  TestBed.inject(RestaurantStore);
  TestBed.tick();
  api.expectOne('/api/v1/locations').flush([LOCATION]);
  await settle();
  api.expectOne('/api/v1/locations/loc/menu').flush(MENU);
  api.expectOne('/api/v1/locations/loc/availability').flush(availability);
  await settle();
  return api;
}
