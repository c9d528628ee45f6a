import type { AvailabilityRule } from '../menu/menu.js';
import { addDays, dateOfWall, MINUTE_MS } from '../time/calendar.js';
import { currentClosing, nextOpening } from '../time/openings.js';
import { instantOf, wallAt } from '../time/zone.js';
import type { SlotSettings } from './slot-settings.js';

/** What decides which times a restaurant promises. */
export interface SlotPlan {
  readonly timezone: string;
  readonly openingHours: readonly AvailabilityRule[];
  /** From the kitchen's start to the promise, the way to the guest included. */
  readonly preparationMinutes: number;
  readonly settings: SlotSettings;
}

/** A time that can be promised; instants in milliseconds, `untilMs` exclusive. */
export interface SlotTime {
  readonly fromMs: number;
  readonly untilMs: number;
}

/**
 * All times that a restaurant promises from now on. The kitchen starts no earlier than it opens, and slots begin on
 * round minutes of the wall clock; in the night in which clocks go back they run through the doubled hour twice.
 */
export function slotTimes(plan: SlotPlan, nowMs: number): SlotTime[] {
  const { timezone, openingHours, settings } = plan;
  const endMs = instantOf(addDays(dateOf(nowMs, timezone), settings.daysAhead + 1), 0, timezone);
  const times: SlotTime[] = [];
  let opening = nextOpening(openingHours, nowMs, timezone);
  while (opening !== undefined && opening < endMs) {
    const closing = currentClosing(openingHours, opening, timezone) ?? endMs + settings.slotMinutes * MINUTE_MS;
    times.push(...timesWithin(plan, { opening, closing, endMs }));
    opening = closing >= endMs ? undefined : nextOpening(openingHours, closing, timezone);
  }
  return times;
}

/** The local date on which an instant falls. */
export function dateOf(instantMs: number, timezone: string): string {
  return dateOfWall(wallAt(instantMs, timezone));
}

interface Span {
  readonly opening: number;
  readonly closing: number;
  readonly endMs: number;
}

function timesWithin({ timezone, preparationMinutes, settings }: SlotPlan, { opening, closing, endMs }: Span) {
  const step = settings.slotMinutes * MINUTE_MS;
  const last = closing - Math.max(step, settings.lastOrderMinutes * MINUTE_MS);
  const times: SlotTime[] = [];
  let from = onRoundMinute(opening + preparationMinutes * MINUTE_MS, step, timezone);
  while (from <= last && from < endMs) {
    times.push({ fromMs: from, untilMs: from + step });
    from = onRoundMinute(from + step, step, timezone);
  }
  return times;
}

function onRoundMinute(instantMs: number, step: number, timezone: string): number {
  const beyond = wallAt(instantMs, timezone) % step;
  return beyond === 0 ? instantMs : instantMs + step - beyond;
}
