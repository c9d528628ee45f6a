import { stillShown } from './still-shown';

describe('what is shown beside a basket', () => {
  it.each([
    ['stays when one of it is taken', ['a'], ['a', 'x'], ['x', 'y'], true],
    ['is chosen anew when another dish is added', ['a'], ['a', 'b'], ['x', 'y'], false],
    ['is chosen anew when a dish is removed', ['a', 'b'], ['a'], ['x', 'y'], false],
    ['is chosen when nothing was shown', ['a'], ['a', 'x'], [], false],
    ['is chosen anew when the same dishes get news', ['a'], ['a'], ['x'], false],
  ])('%s', (_case, before, now, shown, expected) => {
    expect(stillShown(before, now, shown)).toBe(expected);
  });
});
