import { aLine, aTicket } from '../testing/ticket-builders';
import { boardLines, lineFlag } from './board-lines';

const FIRED = '2026-06-01T18:00:00.000Z';
const time = (at: string): string => at.slice(11, 16);
const drawn = (...lines: ReturnType<typeof aLine>[]) => boardLines(aTicket({ lines }), new Set(), time);
const cancelled = { at: FIRED, by: 'Ana', reason: 'Guest left' };

describe('boardLines', () => {
  it('puts held courses below what is cooked now', () => {
    const lines = drawn(aLine({ id: 'b', course: 2, state: 'held', name: 'Cake' }), aLine({ id: 'a', firedAt: FIRED }));
    expect(lines.map(({ name }) => name)).toEqual(['Ramen', 'Cake']);
    expect(lines.map((line) => lineFlag(line, 0)?.words)).toEqual([undefined, 'ON HOLD, course 2']);
  });

  it('separates what was added when the cook had the ticket already', () => {
    const later = '2026-06-01T18:09:00.000Z';
    const lines = drawn(
      aLine({ id: 'b', name: 'Tea', firedAt: later }),
      aLine({ id: 'c', name: 'Cake', firedAt: later }),
      aLine({ id: 'a', firedAt: FIRED }),
    );
    expect(lines.map(({ name, added }) => [name, added])).toEqual([
      ['Ramen', null],
      ['Tea', 'ADDED 18:09'],
      ['Cake', null],
    ]);
  });

  it('shows a change as a pair', () => {
    const lines = drawn(
      aLine({ id: 'new', name: 'Udon', replaces: 'old' }),
      aLine({ id: 'x', name: 'Tea' }),
      aLine({ id: 'old', state: 'cancelled', withdrawal: { ...cancelled, before: 'fired' } }),
    );
    expect(lines.map(({ name }) => name)).toEqual(['Tea', 'Ramen', 'Udon']);
    expect(lines.map((line) => lineFlag(line, 0)?.kind)).toEqual([undefined, 'gone', 'instead']);
  });

  it.each([
    ['fired', {}, 'seen'],
    ['started', {}, 'made-or-not'],
    ['ready', { answer: 'made' as const }, 'seen'],
    ['started', { acknowledged: { at: FIRED, by: 'Ana' } }, null],
  ] as const)('asks the cook about a line that was %s: %o %s', (before, facts, asks) => {
    const [line] = drawn(aLine({ state: 'cancelled', withdrawal: { ...cancelled, before, ...facts } }));
    expect(line?.asks).toBe(asks);
  });

  it('says when a dish is to be started so that all are done together', () => {
    const [line] = drawn(aLine({ startAt: '2026-06-01T18:09:00.000Z' }));
    expect(line && lineFlag(line, Date.parse(FIRED))?.words).toBe('starts in 9 min');
    expect(line && lineFlag(line, Date.parse('2026-06-01T18:09:00.000Z'))).toBeNull();
  });
});
