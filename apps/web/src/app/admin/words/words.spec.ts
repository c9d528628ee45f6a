import { moved, replaced } from './moved';
import { newId } from './new-id';
import { endAfter, parseTime, timeText } from './time-of-day';

describe('times of day', () => {
  it.each([
    [0, '00:00'],
    [1_110, '18:30'],
    [1_560, '02:00'],
  ])('minute %i is %s', (minute, text) => {
    expect(timeText(minute)).toBe(text);
  });

  it.each([
    ['18:30', 1_110],
    ['7:05', 425],
    ['24:00', null],
    ['noon', null],
  ])('%s is minute %s', (text, minute) => {
    expect(parseTime(text)).toBe(minute);
  });

  it('that are not after the beginning are on the next day', () => {
    expect([endAfter(1_080, 1_320), endAfter(1_080, 60), endAfter(600, 600)]).toEqual([1_320, 1_500, 2_040]);
  });
});

describe('lists', () => {
  it('move one entry and leave the others in order', () => {
    expect([moved(['a', 'b', 'c'], 2, 0), moved(['a', 'b', 'c'], 0, 1)]).toEqual([
      ['c', 'a', 'b'],
      ['b', 'a', 'c'],
    ]);
    expect(moved(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
    expect(replaced(['a', 'b'], 1, 'x')).toEqual(['a', 'x']);
  });
});

describe('new ids', () => {
  it('tell what they are of, fit into addresses, and differ', () => {
    const ids = ['Crème brûlée', 'Crème brûlée', '茶', 'x'.repeat(300)].map(newId);
    expect(new Set(ids).size).toBe(4);
    expect(ids[0]).toMatch(/^creme-brulee-[a-z0-9]{6}$/);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{6,64}$/);
  });
});
