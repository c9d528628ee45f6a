import { isDate } from '../../time/calendar.js';
import type { MenuFinding } from '../menu-view.js';
import { findingsIn, type MenuCheck, type Subject } from './finding.js';
import { isRecord } from './sound-menu.js';
import { anItem, aSection } from './subjects.js';

/** Hours can be understood, and leave some time in which the thing is on sale. */
export const checkAvailabilityRules: MenuCheck = (menu) => {
  const { error } = findingsIn(menu);
  const check = (subject: Subject, rules: unknown): MenuFinding[] => {
    const faults = [...new Set(faultsOf(rules))];
    if (faults.length === 0) return [];
    return [error('invalid_availability', subject, `Its hours are wrong: ${faults.join(', ')}. Correct them.`)];
  };
  return [
    ...menu.sections.flatMap((section) => check(aSection(section), section.availability)),
    ...menu.items.flatMap((item) => check(anItem(item), item.availability)),
  ];
};

function faultsOf(rules: unknown): string[] {
  if (rules === undefined) return [];
  if (!Array.isArray(rules)) return ['they are no list'];
  if (rules.length === 0) return ['the list is empty, so it is never on sale'];
  return rules.flatMap((rule: unknown) => (isRecord(rule) ? faultsOfRule(rule) : ['a rule is no rule']));
}

type OddRule = Readonly<Record<string, unknown>>;

function faultsOfRule(rule: OddRule): string[] {
  const faults = [...faultsOfMinutes(rule), ...faultsOfDates(rule)];
  const hasDays = isListOf(rule['days'], isWeekday) && rule['days'].length > 0;
  return hasDays ? faults : ['days must be some of 1 to 7', ...faults];
}

function faultsOfMinutes({ fromMinute, toMinute }: OddRule): string[] {
  const faults = [];
  if (!isWithin(fromMinute, 0, 1439)) faults.push('the start must be a minute from 0 to 1439');
  if (!isWithin(toMinute, 1, 2880)) faults.push('the end must be a minute from 1 to 2880');
  else if (isWithin(fromMinute, toMinute, 1439)) faults.push('the end must come after the start');
  return faults;
}

function faultsOfDates({ fromDate, toDate, exceptDates }: OddRule): string[] {
  const faults = [];
  if ([fromDate, toDate].some((date) => date !== undefined && !isDate(date))) faults.push('a date does not exist');
  if (isDate(fromDate) && isDate(toDate) && fromDate > toDate) faults.push('the last date comes before the first');
  if (exceptDates !== undefined && !isListOf(exceptDates, isDate)) faults.push('an excepted date does not exist');
  return faults;
}

function isListOf<Each>(value: unknown, isEach: (each: unknown) => each is Each): value is Each[] {
  return Array.isArray(value) && value.every(isEach);
}

function isWeekday(value: unknown): value is number {
  return isWithin(value, 1, 7);
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
