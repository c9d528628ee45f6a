import type { AvailabilityRule } from '@comanda/shared';
import { exceptionsOf, withExceptions } from './hours-exceptions';

const WEEKDAYS: AvailabilityRule = { days: [1, 2, 3, 4, 5], fromMinute: 660, toMinute: 1380 };
const CHRISTMAS = { date: '2026-12-25', hours: null };
const EVE = { date: '2026-12-24', hours: { fromMinute: 720, toMinute: 960 } };

it('a closed date is left out of the days, and a special one has hours of its own', () => {
  const rules = withExceptions([WEEKDAYS], [CHRISTMAS, EVE]);
  expect(rules).toEqual([
    { ...WEEKDAYS, exceptDates: ['2026-12-25', '2026-12-24'] },
    { days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 720, toMinute: 960, fromDate: '2026-12-24', toDate: '2026-12-24' },
  ]);
  expect(exceptionsOf(rules)).toEqual([EVE, CHRISTMAS]);
});

it('taking all exceptions back leaves what usually holds', () => {
  expect(withExceptions(withExceptions([WEEKDAYS], [CHRISTMAS, EVE]), [])).toEqual([WEEKDAYS]);
});
