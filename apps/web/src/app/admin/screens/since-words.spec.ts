import { sinceWords } from './since-words';

const NOW = Date.parse('2026-12-01T12:00:00Z');

describe('since when a screen is silent', () => {
  it.each([
    ['2026-12-01T11:59:00Z', '12:59'],
    ['2026-12-01T00:30:00Z', '01:30'],
    ['2026-11-30T22:30:00Z', 'Mon 30 Nov, 23:30'],
  ])('%s is said as %s', (instant, words) => expect(sinceWords(instant, NOW, 'Europe/Berlin')).toBe(words));
});
