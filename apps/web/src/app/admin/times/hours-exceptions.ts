import type { AvailabilityRule, Weekday } from '@comanda/shared';
import { beginsOn } from '@comanda/shared';

/** A date with other hours than usual; without hours the restaurant is closed. */
export interface HoursException {
  readonly date: string;
  readonly hours: { readonly fromMinute: number; readonly toMinute: number } | null;
}

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The dates on which the rules make an exception, the first first. */
export function exceptionsOf(rules: readonly AvailabilityRule[]): HoursException[] {
  const dates = new Set(rules.flatMap(({ exceptDates = [] }) => exceptDates));
  for (const rule of rules) if (isSpecial(rule)) dates.add(rule.fromDate);
  return [...dates].sort().map((date) => {
    const own = rules.find((rule) => isSpecial(rule) && rule.fromDate === date);
    return { date, hours: own ? { fromMinute: own.fromMinute, toMinute: own.toMinute } : null };
  });
}

/** What usually holds, without the exceptions. */
export function usualOf(rules: readonly AvailabilityRule[]): AvailabilityRule[] {
  return rules.filter((rule) => !isSpecial(rule)).map(({ exceptDates: _exceptDates, ...rule }) => rule);
}

/** The rules with these exceptions and no others; what usually holds stays. */
export function withExceptions(
  rules: readonly AvailabilityRule[],
  exceptions: readonly HoursException[],
): AvailabilityRule[] {
  return [
    ...usualOf(rules).map((rule) => {
      const exceptDates = exceptions.map(({ date }) => date).filter((date) => beginsOn(rule, date));
      return exceptDates.length === 0 ? rule : { ...rule, exceptDates };
    }),
    ...exceptions.flatMap(({ date, hours }) =>
      hours === null ? [] : [{ days: [...EVERY_DAY], ...hours, fromDate: date, toDate: date }],
    ),
  ];
}

/** A rule for one date alone. */
function isSpecial(rule: AvailabilityRule): rule is AvailabilityRule & { readonly fromDate: string } {
  return rule.fromDate !== undefined && rule.fromDate === rule.toDate;
}
