import { ago } from './since';

describe('ago', () => {
  const now = Date.parse('2026-03-02T12:00:00Z');
  it.each([
    [0, 'just now'],
    [4, '4 s ago'],
    [59, '59 s ago'],
    [60, '1 min ago'],
    [719, '11 min ago'],
    [3 * 3_600, '3 h ago'],
    [25 * 3_600, 'yesterday'],
    [50 * 3_600, '2 days ago'],
    [-30, 'just now'],
  ])('%d seconds is %p', (seconds, words) => expect(ago(now - seconds * 1_000, now)).toBe(words));
});
