import { fontPxFor } from './reading-size';

describe('fontPxFor', () => {
  const wall = { inches: 21.5, width: 1920, height: 1080 };
  const tablet = { inches: 10.1, width: 1280, height: 800 };

  it.each([
    ['a wall screen', 0.6, wall, 17],
    ['a wall screen', 1, wall, 28],
    ['a wall screen', 1.5, wall, 42],
    ['a wall screen', 2, wall, 56],
    ['a larger one', 2, { ...wall, inches: 32 }, 38],
    ['a tablet', 1, tablet, 41],
    ['what is held in the hand', 0.3, wall, 16],
    ['what hangs too far away', 4, wall, 72],
  ])('%s at %d m: %o is read at %d px', (_what, distanceMetres, screen, px) => {
    expect(fontPxFor({ distanceMetres, ...screen })).toBe(px);
  });
});
