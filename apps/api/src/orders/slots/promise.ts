import type { DeliveryZone } from '@comanda/shared';
import type { Location } from '../../locations/index.js';
import { readyRange } from '../domain/estimate.js';
import type { ReadyRange } from '../domain/estimate.js';
import { MINUTE_MS, planOf } from './slot-planning.js';

/** What a guest is promised; instants in milliseconds. */
export interface OrderPromise extends ReadyRange {
  readonly requestedFor: number | null;
  /** When the kitchen begins; null: at once. */
  readonly dueAt: number | null;
}

interface Asked {
  readonly placedAt: number;
  readonly zone: DeliveryZone | undefined;
  readonly wantedAt: number | undefined;
}

/** Of an order for later its slot, of the others the usual time and the way to the guest. */
export function promiseOf(location: Location, { placedAt, zone, wantedAt }: Asked): OrderPromise {
  if (wantedAt === undefined) {
    const way = (zone?.minutes ?? 0) * MINUTE_MS;
    return { requestedFor: null, dueAt: null, ...readyRange(placedAt + way, location.readyMinutes) };
  }
  const { settings, preparationMinutes } = planOf(location, zone);
  return {
    requestedFor: wantedAt,
    dueAt: wantedAt - preparationMinutes * MINUTE_MS,
    readyFrom: wantedAt,
    readyUntil: wantedAt + settings.slotMinutes * MINUTE_MS,
  };
}
