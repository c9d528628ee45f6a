import * as fc from 'fast-check';
import { daysOpen, isLeftBehind } from './left-behind.js';

const LISBON = { timezone: 'Europe/Lisbon', businessDayCutoffMinute: 300 };
const at = (local: string) => Date.parse(`2026-01-${local}:00Z`);

describe('a sitting that nobody ended', () => {
  it.each([
    ['the evening it began', '10T19:00', '10T23:30', null, 0, false],
    ['after midnight, before the day ends', '10T19:00', '11T04:59', null, 0, false],
    ['after the end of the day, while they still order', '10T19:00', '11T05:10', '11T03:00', 1, false],
    ['after the end of the day, when they came just before', '11T04:50', '11T05:10', null, 1, false],
    ['the next noon', '10T19:00', '11T12:00', '10T22:00', 1, true],
    ['the next noon, when nothing was ever ordered', '10T19:00', '11T12:00', null, 1, true],
    ['days later', '10T19:00', '14T12:00', '10T22:00', 4, true],
  ] as const)('%s', (_, openedAt, now, lastRoundAt, days, left) => {
    const seen = { openedAt: at(openedAt), lastRoundAt: lastRoundAt === null ? null : at(lastRoundAt) };
    expect(daysOpen(LISBON, seen.openedAt, at(now))).toBe(days);
    expect(isLeftBehind(LISBON, seen, at(now))).toBe(left);
  });

  it('is never left behind on its own day or soon after a round, in any zone', () => {
    const zone = fc.constantFrom('Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland');
    const instant = fc.integer({ min: at('01T00:00'), max: at('31T00:00') });
    const later = fc.integer({ min: 0, max: 7 * 86_400_000 });
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 600 }), instant, later, later, (timezone, cutoff, openedAt, a, b) => {
        const place = { timezone, businessDayCutoffMinute: cutoff };
        const [lastRoundAt, now] = [openedAt + Math.min(a, b), openedAt + Math.max(a, b)];
        const left = isLeftBehind(place, { openedAt, lastRoundAt }, now);
        return !left || (daysOpen(place, openedAt, now) > 0 && now - lastRoundAt >= 4 * 3_600_000);
      }),
    );
  });
});
