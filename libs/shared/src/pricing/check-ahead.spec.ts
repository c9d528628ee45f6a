import { aGroup, anIndex, anItem, anOption } from '../testing/menu-builders.js';
import { checkAhead } from './check-ahead.js';

const index = anIndex({
  items: [
    anItem('soup'),
    anItem('cake', 1000, { leadMinutes: 1440 }),
    anItem('menu', 1000, { modifierGroupIds: ['sweet'] }),
  ],
  modifierGroups: [aGroup('sweet', [anOption('cake-too', 0, { itemId: 'cake' })])],
});
const moment = {
  orderedAtMs: Date.parse('2026-12-01T12:00Z'),
  wantedAtMs: Date.parse('2026-12-01T19:00Z'),
  timezone: 'UTC',
};

it('names each line with a dish that must be ordered earlier, also inside another', () => {
  const lines = [
    { itemId: 'soup', quantity: 1 },
    { itemId: 'cake', quantity: 1 },
    { itemId: 'menu', quantity: 1, options: [{ groupId: 'sweet', optionId: 'cake-too' }] },
  ];
  const problems = checkAhead(index, lines, moment);
  expect(problems).toMatchObject([
    { pointer: '/lines/1', code: 'needs_lead_time', resource: 'cake', limit: 1440 },
    { pointer: '/lines/2', code: 'needs_lead_time', resource: 'cake' },
  ]);
  expect(checkAhead(index, lines, { ...moment, wantedAtMs: moment.orderedAtMs + 86_400_000 })).toEqual([]);
});
