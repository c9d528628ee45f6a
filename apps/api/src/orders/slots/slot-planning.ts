import type { DeliveryZone, FulfilmentRequest, PricedLine, SlotLoad, SlotPlan, SlotTime } from '@comanda/shared';
import { slotTimes, USUAL_SLOTS, zoneFor } from '@comanda/shared';
import type { Location, Station } from '../../locations/index.js';

export const MINUTE_MS = 60_000;

/** The zone to which an order is brought; undefined for the others. */
export function zoneAt({ deliveryZones }: Location, fulfilment: FulfilmentRequest): DeliveryZone | undefined {
  return zoneFor(deliveryZones ?? [], fulfilment);
}

/** Which times the restaurant promises; to a zone the way comes on top of the kitchen's time. */
export function planOf(location: Location, zone?: DeliveryZone): SlotPlan {
  const { timezone, openingHours, readyMinutes, slots } = location;
  const preparationMinutes = readyMinutes.until + (zone?.minutes ?? 0);
  return { timezone, openingHours, preparationMinutes, settings: slots ?? USUAL_SLOTS };
}

/** The times that can be promised now: none while ordering is paused without an end, else those after it. */
export function timesAt(location: Location, plan: SlotPlan, nowMs: number): SlotTime[] {
  const { orderingPaused, orderingPausedUntil } = location;
  if (orderingPaused && orderingPausedUntil === null) return [];
  return slotTimes(plan, orderingPaused ? Math.max(nowMs, orderingPausedUntil ?? nowMs) : nowMs);
}

/** What an order adds to its slot: dishes without a station go to the one that takes all such. */
export function loadOf(
  dishes: readonly Pick<PricedLine<unknown>, 'stationId' | 'quantity'>[],
  stations: readonly Station[],
): SlotLoad {
  const known = new Set(stations.map(({ id }) => id));
  const rest = stations.find(({ isDefault }) => isDefault)?.id ?? '';
  const sums: Record<string, number> = {};
  for (const { stationId = rest, quantity } of dishes) {
    const at = known.has(stationId) ? stationId : rest;
    sums[at] = (sums[at] ?? 0) + quantity;
  }
  return { orders: 1, dishes: sums };
}
