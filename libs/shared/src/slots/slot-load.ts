import type { SlotSettings } from './slot-settings.js';

/** What is promised for one slot: orders, and dishes by station. */
export interface SlotLoad {
  readonly orders: number;
  readonly dishes: Readonly<Record<string, number>>;
}

/** Why a slot cannot take an order any more. */
export type SlotFull = { readonly code: 'slot_full' } | { readonly code: 'station_full'; readonly stationId: string };

export const NO_LOAD: SlotLoad = { orders: 0, dishes: {} };

/** Both together. */
export function addLoads(a: SlotLoad, b: SlotLoad): SlotLoad {
  const dishes = { ...a.dishes };
  for (const [station, count] of Object.entries(b.dishes)) dishes[station] = (dishes[station] ?? 0) + count;
  return { orders: a.orders + b.orders, dishes };
}

/** Why the slot cannot take `wanted` beside what it has; undefined when it can. A limited station counts only for whoever needs it. */
export function fullBy(settings: SlotSettings, taken: SlotLoad, wanted: SlotLoad): SlotFull | undefined {
  const { ordersPerSlot, stationLimits = [] } = settings;
  if (ordersPerSlot !== undefined && taken.orders + wanted.orders > ordersPerSlot) return { code: 'slot_full' };
  const full = stationLimits.find(({ stationId, dishesPerSlot }) => {
    const own = wanted.dishes[stationId] ?? 0;
    return own > 0 && (taken.dishes[stationId] ?? 0) + own > dishesPerSlot;
  });
  return full && { code: 'station_full', stationId: full.stationId };
}
