import type { AvailabilityRule } from '@comanda/shared';
import { endsNextDay, newWeeklyTimes, ruleOf, weeklyTimesOf, wrongFields } from './weekly-times-draft';

const LATE: AvailabilityRule = { days: [5, 6], fromMinute: 1080, toMinute: 1560 };

it.each<AvailabilityRule>([
  { days: [1, 2, 3], fromMinute: 690, toMinute: 870 },
  LATE,
  { days: [7], fromMinute: 0, toMinute: 1440 },
  {
    days: [1],
    fromMinute: 600,
    toMinute: 720,
    fromDate: '2026-06-01',
    toDate: '2026-08-31',
    exceptDates: ['2026-07-14'],
  },
])('a rule that nobody touches stays as it is: %p', (rule) => {
  expect(wrongFields(weeklyTimesOf(rule))).toEqual([]);
  expect(ruleOf(weeklyTimesOf(rule))).toEqual(rule);
});

it('an end that is not later than the beginning is on the next day', () => {
  expect(weeklyTimesOf(LATE)).toMatchObject({ from: '18:00', to: '02:00' });
  expect(endsNextDay(weeklyTimesOf(LATE))).toBe(true);
  expect(endsNextDay(newWeeklyTimes('17:00', '22:00'))).toBe(false);
});

it('every field that is wrong is told', () => {
  expect(wrongFields({ ...newWeeklyTimes('', '25:00'), days: [] })).toEqual(['days', 'fromMinute', 'toMinute']);
  expect(wrongFields({ ...newWeeklyTimes('17:00', ''), days: [1] })).toEqual(['toMinute']);
});
