import type { Item } from '../menu/menu.js';
import { MINUTE_MS } from '../time/calendar.js';
import { instantOf } from '../time/zone.js';
import { dateOf } from './slot-times.js';

/** How early a dish must be ordered. */
export type OrderAhead = Pick<Item<unknown>, 'leadMinutes' | 'cutoffMinute'>;

/** When somebody orders, and for when. */
export interface AheadMoment {
  readonly orderedAtMs: number;
  readonly wantedAtMs: number;
  readonly timezone: string;
}

/** Why a dish cannot be had at the wanted time: it takes longer, or orders for that day have ended; undefined when it can. */
export function aheadFault(
  { leadMinutes, cutoffMinute }: OrderAhead,
  { orderedAtMs, wantedAtMs, timezone }: AheadMoment,
): 'needs_lead_time' | 'past_cutoff' | undefined {
  if (leadMinutes !== undefined && wantedAtMs - orderedAtMs < leadMinutes * MINUTE_MS) return 'needs_lead_time';
  if (cutoffMinute === undefined) return undefined;
  const cutoffMs = instantOf(dateOf(wantedAtMs, timezone), cutoffMinute, timezone);
  return orderedAtMs >= cutoffMs ? 'past_cutoff' : undefined;
}
