import type { LocationOfficeView, LocationView, StaffTableView, TableView } from '@comanda/shared';
import { USUAL_SLOTS } from '@comanda/shared';
import type { DiningTable, Location, Station } from './location.js';
import { orderingAt } from './ordering-at.js';

/** What anybody may know of a restaurant at an instant. */
export function toLocationView(location: Location, nowMs: number): LocationView {
  const { acceptingOrders, closedReason, opensAtMs, closesAtMs } = orderingAt(location, nowMs);
  return {
    id: location.id,
    name: location.name,
    ...(location.description === null ? {} : { description: location.description }),
    ...(location.phone === null ? {} : { phone: location.phone }),
    ...(location.address === null ? {} : { address: location.address }),
    timezone: location.timezone,
    currency: location.currency,
    languages: location.languages,
    defaultLanguage: location.defaultLanguage,
    fulfilmentTypes: location.fulfilmentTypes,
    taxInclusive: location.taxInclusive,
    openingHours: location.openingHours,
    acceptingOrders,
    ...(closedReason === undefined ? {} : { closedReason }),
    ...(opensAtMs === undefined ? {} : { opensAt: new Date(opensAtMs).toISOString() }),
    ...(closesAtMs === undefined ? {} : { closesAt: new Date(closesAtMs).toISOString() }),
    seedColour: location.seedColour,
    tipPercents: location.tipPercents,
    cutlery: location.cutlery ?? 'not-offered',
    readyMinutes: location.readyMinutes,
  };
}

export function toLocationOfficeView(
  location: Location,
  stations: readonly Station[],
  nowMs: number,
): LocationOfficeView {
  return {
    ...toLocationView(location, nowMs),
    slots: location.slots ?? USUAL_SLOTS,
    deliveryZones: location.deliveryZones ?? [],
    stations: stations.map(({ id, name }) => ({ id, name })),
  };
}

export function toTableView({ id, name, locationId }: DiningTable): TableView {
  return { id, name, locationId };
}

export function toStaffTableView(table: DiningTable): StaffTableView {
  return { ...toTableView(table), guestPath: `/t/${table.token}` };
}
