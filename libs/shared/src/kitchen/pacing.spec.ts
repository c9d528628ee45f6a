import fc from 'fast-check';
import { pacedTimes, ticketTimes } from './pacing.js';

const MINUTE = 60_000;
const line = (minutes: number | null, lateSeconds = 600) => ({
  prepSeconds: minutes === null ? null : minutes * 60,
  lateSeconds,
});
const lines = fc.array(
  fc.record({
    prepSeconds: fc.option(fc.integer({ min: 0, max: 7200 })),
    lateSeconds: fc.integer({ min: 1, max: 3600 }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('lines that are fired together', () => {
  it('finish together: with a steak of 12 minutes a salad of 3 starts 9 minutes later', () => {
    const times = pacedTimes([line(12), line(3)], { at: 0, pace: 'together' });
    expect(times.map(({ startAt }) => startAt / MINUTE)).toEqual([0, 9]);
    expect(times.map(({ dueAt }) => dueAt / MINUTE)).toEqual([12, 12]);
  });

  it('start at once in a rush, each with its own promise', () => {
    const times = pacedTimes([line(12), line(3)], { at: 0, pace: 'at-once' });
    expect(times.map(({ startAt }) => startAt)).toEqual([0, 0]);
    expect(times.map(({ dueAt }) => dueAt / MINUTE)).toEqual([12, 3]);
  });

  it('of unknown length start at once, make nobody wait and are late when their station says so', () => {
    const times = pacedTimes([line(3), line(null, 600)], { at: 0, pace: 'together' });
    expect(times).toEqual([
      { startAt: 0, dueAt: 3 * MINUTE },
      { startAt: 0, dueAt: 10 * MINUTE },
    ]);
  });

  it('never start before they are fired, and one of them starts now', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 1e12 }), (some, at) => {
        const starts = pacedTimes(some, { at, pace: 'together' }).map(({ startAt }) => startAt);
        expect(Math.min(...starts)).toBe(at);
      }),
    );
  });

  it('are all due at the same moment, as far as their length is known, and no later than without pacing', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const known = some.filter(({ prepSeconds }) => prepSeconds !== null);
        fc.pre(known.length > 0);
        const paced = pacedTimes(known, { at: 0, pace: 'together' });
        expect(new Set(paced.map(({ dueAt }) => dueAt)).size).toBe(1);
        const rushed = pacedTimes(known, { at: 0, pace: 'at-once' });
        expect(paced[0]?.dueAt).toBe(Math.max(...rushed.map(({ dueAt }) => dueAt)));
      }),
    );
  });

  it('each have exactly their own time between start and promise', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('together' as const, 'at-once' as const), (some, pace) => {
        const times = pacedTimes(some, { at: 0, pace });
        times.forEach(({ startAt, dueAt }, index) => {
          const { prepSeconds, lateSeconds } = some[index] ?? { prepSeconds: 0, lateSeconds: 0 };
          expect(dueAt - startAt).toBe((prepSeconds ?? lateSeconds) * 1000);
        });
      }),
    );
  });
});

describe('a ticket', () => {
  const station = { dueSoonSeconds: 480 };

  it('runs from its first start to its last promise and is due soon after three quarters', () => {
    const times = ticketTimes(
      [
        { prepSeconds: 720, startAt: 0, dueAt: 12 * MINUTE },
        { prepSeconds: 180, startAt: 9 * MINUTE, dueAt: 12 * MINUTE },
      ],
      station,
    );
    expect(times).toEqual({ startAt: 0, dueSoonAt: 9 * MINUTE, dueAt: 12 * MINUTE });
  });

  it('without prep times goes by the thresholds of its station', () => {
    expect(ticketTimes([{ prepSeconds: null, startAt: 0, dueAt: 12 * MINUTE }], station)).toEqual({
      startAt: 0,
      dueSoonAt: 8 * MINUTE,
      dueAt: 12 * MINUTE,
    });
  });

  it('with nothing fired has no times yet', () => {
    expect(ticketTimes([], station)).toBeUndefined();
  });
});
