import type { Placement } from '../placing/placement.js';
import { wantedAtOf } from '../placing/pricing.js';
import type { SlotRange } from './slot-loads.js';

/** A refusal names the next free time, when there is one within so long. */
export const LOOK_AHEAD_MS = 86_400_000;

/** Which slots the orders ask for, by restaurant in the order of their ids; none when all want it as soon as possible. */
export function rangesOf(placements: readonly Placement[]): SlotRange[] {
  const asking = placements.filter(({ request }) => wantedAtOf(request) !== undefined);
  const byLocation = [...Map.groupBy(asking, ({ locationId }) => locationId)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byLocation.map(([locationId, own]) => {
    const instants = own.flatMap(({ request }) => wantedAtOf(request) ?? []);
    return { locationId, fromMs: Math.min(...instants), untilMs: Math.max(...instants) + LOOK_AHEAD_MS };
  });
}
