import type { AvailabilityRule, CreateLocationRequest, StationRequest, TaxRule } from '@comanda/shared';
import { newToken } from '../platform/clock/index.js';
import type { DiningTable, Location, Station } from './location.js';

export interface NewLocation {
  readonly location: Location;
  readonly stations: readonly Omit<Station, 'locationId'>[];
  readonly tables: readonly Omit<DiningTable, 'id' | 'locationId'>[];
  readonly taxRules: readonly TaxRule[];
}

const ALWAYS: readonly AvailabilityRule[] = [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }];

/** What a restaurant has that was told no more than it had to be. */
const DEFAULTS = {
  fulfilmentTypes: ['pickup'],
  taxInclusive: true,
  openingHours: ALWAYS,
  businessDayCutoffMinute: 240,
  autoAccept: true,
  pacing: true,
  seedColour: '#b5361c',
  tipPercents: [],
  readyMinutes: { from: 15, until: 25 },
} as const;

const ONLY_STATION: readonly StationRequest[] = [{ id: 'kitchen', name: 'Kitchen', isDefault: true }];

export function newLocation(id: string, request: CreateLocationRequest): NewLocation {
  const { admin: _admin, stations = ONLY_STATION, tables = [], taxRules = [], ...settings } = request;
  const hasDefault = stations.some(({ isDefault }) => isDefault);
  return {
    location: {
      ...DEFAULTS,
      description: null,
      orderingPaused: false,
      orderingPausedUntil: null,
      slots: null,
      cutlery: null,
      deliveryZones: null,
      version: 0,
      ...settings,
      id,
      phone: settings.phone ?? null,
      address: settings.address ?? null,
      languages: settings.languages ?? [settings.defaultLanguage],
    },
    stations: stations.map((station, index) => ({
      ...toStation(station, index + 1),
      isDefault: hasDefault ? station.isDefault === true : index === 0,
    })),
    tables: tables.map(({ name }, index) => ({ name, token: newToken(), position: index + 1 })),
    taxRules,
  };
}

export function toStation(request: StationRequest, position: number): Omit<Station, 'locationId'> {
  const { id, name, isDefault = false, dueSoonSeconds = 480, lateSeconds = 720 } = request;
  return { id, name, position, isDefault, dueSoonSeconds, lateSeconds };
}
