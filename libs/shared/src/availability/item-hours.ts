import type { MenuIndex } from '../menu/menu-index.js';
import type { AvailabilityRule, Item } from '../menu/menu.js';
import { isWithinRules } from '../time/availability-rules.js';
import type { LocalMoment } from '../time/local-moment.js';
import { nextOpening } from '../time/openings.js';

type Rules = readonly AvailabilityRule[] | undefined;

/** The hours of a dish: its own rules hold, and those of any section in which it stands. */
export interface ItemHours {
  readonly own: Rules;
  /** One for each section; empty when it stands in none, which does not limit it. */
  readonly sections: readonly Rules[];
}

/** The hours of an item that is ordered on its own. */
export function hoursOf<T>(index: MenuIndex<T>, item: Item<T>): ItemHours {
  const sections = index.sectionsByItem.get(item.id) ?? [];
  return { own: item.availability, sections: sections.map((section) => section.availability) };
}

/** True when the dish is on at the moment. */
export function isWithinHours(hours: ItemHours, moment: LocalMoment): boolean {
  if (!isWithinRules(hours.own, moment)) return false;
  return hours.sections.length === 0 || hours.sections.some((rules) => isWithinRules(rules, moment));
}

/** More alternations than this between own and section's hours are not followed. */
const MAX_STEPS = 60;

/** The first instant from `fromMs` on at which the dish is on, when there is one in sight. */
export function nextOpeningOf(hours: ItemHours, fromMs: number, timezone: string): number | undefined {
  const sections = hours.sections.length === 0 ? [undefined] : hours.sections;
  let instant = fromMs;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const own = nextOpening(hours.own, instant, timezone);
    if (own === undefined) return undefined;
    const openings = sections.flatMap((rules) => nextOpening(rules, own, timezone) ?? []);
    if (openings.length === 0) return undefined;
    instant = Math.min(...openings);
    if (instant === own) return instant;
  }
  return undefined;
}
