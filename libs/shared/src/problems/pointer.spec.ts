import { pointer } from './pointer.js';

describe('pointer', () => {
  it.each([
    [[], ''],
    [['lines', 2, 'quantity'], '/lines/2/quantity'],
    [['a/b', 'm~n'], '/a~1b/m~0n'],
    [['~1'], '/~01'],
    [[''], '/'],
  ] as const)('writes %j as %j', (segments, expected) => {
    expect(pointer(...segments)).toBe(expected);
  });
});
