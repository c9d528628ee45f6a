import fc from 'fast-check';
import { anIndex, anItem, nothingOff } from '../testing/menu-builders.js';
import { localMoment } from '../time/local-time.js';
import { checkAhead } from './check-ahead.js';
import { timeChecks } from './check-times.js';
import { priceBasket } from './price-basket.js';

const TIMEZONE = 'Europe/Berlin';
const orderedAtMs = Date.parse('2026-06-01T12:00:00Z');
const index = anIndex({
  items: [
    anItem('soup'),
    anItem('cake', 1000, { leadMinutes: 1440 }),
    anItem('supper', 900, { availability: [{ days: [1, 2], fromMinute: 1080, toMinute: 1320 }] }),
  ],
});

function timeOf(wantedAtMs: number) {
  return {
    now: { ...localMoment(wantedAtMs, TIMEZONE), instantMs: wantedAtMs },
    ahead: { orderedAtMs, wantedAtMs, timezone: TIMEZONE },
  };
}

it('names a dish that is chosen twice once, at its first line', () => {
  const lines = ['supper', 'cake', 'supper'].map((itemId) => ({ itemId, quantity: 1 }));
  const found = timeChecks(index, lines, nothingOff)(timeOf(orderedAtMs));
  expect(found.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/lines/0', 'outside_hours'],
    ['/lines/1', 'needs_lead_time'],
  ]);
});

it('finds the reasons that pricing the basket for each of the times would find', () => {
  const dish = fc.constantFrom('soup', 'cake', 'supper').map((itemId) => ({ itemId, quantity: 1 }));
  const hours = fc.nat({ max: 100 });
  fc.assert(
    fc.property(fc.array(dish, { minLength: 1, maxLength: 5 }), hours, (lines, later) => {
      const time = timeOf(orderedAtMs + later * 3_600_000);
      const context = { taxRates: {}, taxInclusive: true, availability: nothingOff, now: time.now };
      const priced = priceBasket(index, { lines, fulfilment: 'pickup' }, context).problems;
      const all = [...priced, ...checkAhead(index, lines, time.ahead)];
      const known = ({ code, resource }: { code: string; resource?: string }) => `${code} ${resource ?? ''}`;
      const found = timeChecks(index, lines, nothingOff)(time);
      expect([...new Set(found.map(known))].sort()).toEqual([...new Set(all.map(known))].sort());
    }),
  );
});
