import { currentClosing, isWithinRules, localMoment, nextOpening } from '@comanda/shared';
import type { Location } from './location.js';

export interface Ordering {
  readonly acceptingOrders: boolean;
  readonly closedReason?: 'outside-hours' | 'paused';
  readonly opensAtMs?: number;
  readonly closesAtMs?: number;
}

type Hours = Pick<Location, 'openingHours' | 'orderingPaused' | 'orderingPausedUntil' | 'timezone'>;

/** Whether orders are taken at an instant, why not, and when that changes; a pause ends by itself at its instant. */
export function orderingAt(location: Hours, nowMs: number): Ordering {
  const { openingHours, timezone, orderingPausedUntil } = location;
  const paused = location.orderingPaused && (orderingPausedUntil === null || orderingPausedUntil > nowMs);
  if (paused) {
    const opensAtMs =
      orderingPausedUntil === null ? undefined : nextOpening(openingHours, orderingPausedUntil, timezone);
    return { acceptingOrders: false, closedReason: 'paused', ...(opensAtMs === undefined ? {} : { opensAtMs }) };
  }
  if (!isWithinRules(openingHours, localMoment(nowMs, timezone))) {
    const opensAtMs = nextOpening(openingHours, nowMs, timezone);
    return { acceptingOrders: false, closedReason: 'outside-hours', ...(opensAtMs === undefined ? {} : { opensAtMs }) };
  }
  const closesAtMs = currentClosing(openingHours, nowMs, timezone);
  return { acceptingOrders: true, ...(closesAtMs === undefined ? {} : { closesAtMs }) };
}
