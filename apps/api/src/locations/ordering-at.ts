import { currentClosing, isWithinRules, nextOpening } from '@comanda/shared';
import { momentAt } from './local-clock.js';
import type { Location } from './location.js';

export type ClosedReason = 'outside-hours' | 'paused';

export interface Ordering {
  readonly acceptingOrders: boolean;
  readonly closedReason?: ClosedReason;
  readonly opensAtMs?: number;
  readonly closesAtMs?: number;
}

type Hours = Pick<
  Location,
  'openingHours' | 'orderingPaused' | 'orderingPausedUntil' | 'timezone' | 'businessDayCutoffMinute'
>;

/** Why no orders are taken at an instant; undefined when they are. A pause ends by itself at its instant. */
export function closedReasonAt(location: Hours, nowMs: number): ClosedReason | undefined {
  const { openingHours, orderingPaused, orderingPausedUntil } = location;
  if (orderingPaused && (orderingPausedUntil === null || orderingPausedUntil > nowMs)) return 'paused';
  return isWithinRules(openingHours, momentAt(location, nowMs)) ? undefined : 'outside-hours';
}

/** Whether orders are taken at an instant, why not, and when that changes. */
export function orderingAt(location: Hours, nowMs: number): Ordering {
  const { openingHours, timezone, orderingPausedUntil } = location;
  const closedReason = closedReasonAt(location, nowMs);
  if (closedReason === undefined) {
    const closesAtMs = currentClosing(openingHours, nowMs, timezone);
    return { acceptingOrders: true, ...(closesAtMs === undefined ? {} : { closesAtMs }) };
  }
  const fromMs = closedReason === 'paused' ? orderingPausedUntil : nowMs;
  const opensAtMs = fromMs === null ? undefined : nextOpening(openingHours, fromMs, timezone);
  return { acceptingOrders: false, closedReason, ...(opensAtMs === undefined ? {} : { opensAtMs }) };
}
