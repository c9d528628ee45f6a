import type { AvailabilityRule, Weekday } from '@comanda/shared';
import { endAfter, parseTime, timeText } from '../words/time-of-day';

/** One line of a week: on these days, from this time until that one. */
export interface WeeklyTimes {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
  /** Dates, which are not edited here, stay as they are. */
  readonly dates: Pick<AvailabilityRule, 'fromDate' | 'toDate' | 'exceptDates'>;
}

/** The fields of a line, by the names that the API has for them. */
export type TimesField = 'days' | 'fromMinute' | 'toMinute';
export const TIMES_FIELDS: readonly TimesField[] = ['days', 'fromMinute', 'toMinute'];

export function newWeeklyTimes(from: string, to: string): WeeklyTimes {
  return { days: [1, 2, 3, 4, 5, 6, 7], from, to, dates: {} };
}

export function weeklyTimesOf({ days, fromMinute, toMinute, ...dates }: AvailabilityRule): WeeklyTimes {
  return { days, from: timeText(fromMinute), to: timeText(toMinute), dates };
}

/** Only for a line without faults. */
export function ruleOf({ days, from, to, dates }: WeeklyTimes): AvailabilityRule {
  const fromMinute = parseTime(from) ?? 0;
  return { ...dates, days: [...days].sort(), fromMinute, toMinute: endAfter(fromMinute, parseTime(to) ?? 0) };
}

/** Which fields of a line are wrong. */
export function wrongFields({ days, from, to }: WeeklyTimes): TimesField[] {
  const wrong = { days: days.length === 0, fromMinute: parseTime(from) === null, toMinute: parseTime(to) === null };
  return TIMES_FIELDS.filter((field) => wrong[field]);
}

/** What is wrong with a field and how it is mended. */
export function timesFault(field: TimesField): string {
  return field === 'days' ? 'Choose at least one day.' : 'Write a time like 18:30.';
}

/** True for hours such as 18:00 to 02:00. */
export function endsNextDay({ from, to }: WeeklyTimes): boolean {
  const [begin, end] = [parseTime(from), parseTime(to)];
  return begin !== null && end !== null && end <= begin;
}
