import { heightOf, slotLayout } from './slot-layout';

describe('slotLayout', () => {
  it.each([
    [1920, 1000, 4, 2],
    [1280, 720, 3, 2],
    [2560, 1300, 5, 2],
    [820, 1100, 2, 3],
    [820, 900, 2, 2],
    [1280, 420, 3, 1],
    [390, 700, 1, 10],
    [0, 0, 0, 0],
  ])('%i x %i has %i columns and %i rows', (width, height, columns, rows) => {
    expect(slotLayout(width, height)).toMatchObject({ columns, rows });
  });
});

describe('heightOf', () => {
  const screen = slotLayout(1920, 1000);
  const dish = (name: string, ...below: string[]) => [
    { text: name, large: true },
    ...below.map((text) => ({ text, large: false })),
  ];

  it('is never less than a target for each line', () => {
    expect(heightOf([dish('Ramen'), dish('Tea')], screen)).toBe(128);
  });

  it('grows with what stands below a dish and with names that take two rows', () => {
    const plain = heightOf([dish('Ramen')], screen);
    expect(heightOf([dish('Ramen', '- egg', '+ noodles')], screen)).toBeGreaterThan(plain);
    const long = 'Slow-roasted shoulder of lamb with everything that grows in the garden';
    expect(heightOf([dish(long)], screen)).toBeGreaterThan(plain);
  });

  it('tells that eight dishes with a removal each do not fit into one slot', () => {
    const lines = Array.from({ length: 8 }, () => dish('Half chicken', 'no onion'));
    expect(heightOf(lines, screen)).toBeGreaterThan(screen.linesPx);
    expect(heightOf(lines.slice(0, 3), screen)).toBeLessThan(screen.linesPx);
  });
});
