import type { AvailabilityRule } from '../menu/menu.js';
import { addDays, DAY_MINUTES, weekdayOf } from './calendar.js';
import type { LocalMoment } from './local-moment.js';

/** True when any rule holds at the moment. Without rules all is always on; an empty list is never on. */
export function isWithinRules(
  rules: readonly AvailabilityRule[] | undefined,
  moment: Pick<LocalMoment, 'date' | 'minute'>,
): boolean {
  if (!rules) return true;
  const { date, minute } = moment;
  const dayBefore = addDays(date, -1);
  return rules.some(
    (rule) =>
      (isWithinSpan(rule, minute) && beginsOn(rule, date)) ||
      (isWithinSpan(rule, minute + DAY_MINUTES) && beginsOn(rule, dayBefore)),
  );
}

/** True when the rule's span begins on that date; its days and dates name the day on which it begins. */
export function beginsOn(rule: AvailabilityRule, date: string): boolean {
  if (rule.fromDate !== undefined && date < rule.fromDate) return false;
  if (rule.toDate !== undefined && date > rule.toDate) return false;
  return rule.days.includes(weekdayOf(date)) && !rule.exceptDates?.includes(date);
}

function isWithinSpan(rule: AvailabilityRule, minute: number): boolean {
  return minute >= rule.fromMinute && minute < rule.toMinute;
}
