import type { AvailabilityRule, LocationOfficeView } from '@comanda/shared';
import { newWeeklyTimes } from '../weekly-times/weekly-times-draft';
import { draftOf, keepTyped, readDraft } from './times-draft';

const USUAL: AvailabilityRule = { days: [2, 3, 4, 5, 6], fromMinute: 1020, toMinute: 1380 };
const LOCATION = {
  currency: 'EUR',
  slots: { slotMinutes: 15, daysAhead: 3, lastOrderMinutes: 15 },
  readyMinutes: { from: 15, until: 25 },
  cutlery: 'ask',
  stations: [],
  deliveryZones: [],
  openingHours: [
    { ...USUAL, exceptDates: ['2026-12-24'] },
    { days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 600, toMinute: 840, fromDate: '2026-12-24', toDate: '2026-12-24' },
  ],
} as unknown as LocationOfficeView;

const draft = draftOf(LOCATION);
const requestOf = (change: Partial<typeof draft>) => {
  const read = readDraft({ ...draft, ...change }, LOCATION);
  return 'request' in read ? read.request : read.fault;
};

it('what is not touched is saved as it was', () => {
  expect(requestOf({})).toMatchObject({ openingHours: LOCATION.openingHours });
});

it('other hours of the week keep the single days that are different', () => {
  const lunch = { ...newWeeklyTimes('12:00', '14:30'), days: [4, 2] as const };
  expect(requestOf({ hours: [...draft.hours, lunch] })).toMatchObject({
    openingHours: [
      { ...USUAL, exceptDates: ['2026-12-24'] },
      { days: [2, 4], fromMinute: 720, toMinute: 870, exceptDates: ['2026-12-24'] },
      { fromDate: '2026-12-24' },
    ],
  });
});

it('a restaurant without hours is closed, but for its single days', () => {
  expect(requestOf({ hours: [] })).toMatchObject({ openingHours: [{ fromDate: '2026-12-24' }] });
});

it('the first field that is wrong is told by its id', () => {
  const hours = [...draft.hours, { ...newWeeklyTimes('12:00', ''), days: [] }];
  expect(requestOf({ hours })).toMatchObject({ field: 'hours-1-days', text: 'Choose at least one day.' });
});

it('what is typed between saving and its answer stays, all else is as it was saved', () => {
  const sent = { ...draft, daysAhead: '5', readyUntil: '30' };
  const typed = { ...sent, readyUntil: '35' };
  const saved = { ...LOCATION, slots: { ...LOCATION.slots, daysAhead: 5, lastOrderMinutes: 20 } };
  const kept = keepTyped(draftOf(saved), typed, sent);
  expect(kept).toEqual({ ...draft, daysAhead: '5', lastOrderMinutes: '20', readyUntil: '35' });
});
