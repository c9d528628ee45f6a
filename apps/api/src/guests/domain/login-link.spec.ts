import { linkStateAt } from './login-link.js';

describe('a log-in link', () => {
  it.each([
    [null, 99, 'good'],
    [null, 100, 'expired'],
    [50, 99, 'used'],
    [50, 200, 'used'],
  ] as const)('used at %p is at %i of 100 %s', (usedAt, now, expected) => {
    expect(linkStateAt({ usedAt, expiresAt: 100 }, now)).toBe(expected);
  });
});
