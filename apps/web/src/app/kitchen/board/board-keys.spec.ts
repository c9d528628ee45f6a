import { boardKeyOf, keyOfSlot } from './board-keys';

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) =>
  boardKeyOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...modifiers });

describe('boardKeyOf', () => {
  it.each([
    ['1', { does: 'bump', slot: 0 }],
    ['9', { does: 'bump', slot: 8 }],
    ['0', { does: 'bump', slot: 9 }],
    ['ArrowLeft', { does: 'move', by: -1 }],
    ['ArrowDown', { does: 'step', by: 1 }],
    ['r', { does: 'recall-last' }],
    ['b', { does: 'start' }],
    ['?', { does: 'help' }],
    ['x', null],
    ['Enter', null],
  ])('of %s is %j', (key, meaning) => expect(press(key)).toEqual(meaning));

  it('opens the list with Shift and R', () => {
    expect(press('R', { shiftKey: true })).toEqual({ does: 'recall-list' });
  });

  it('lets a key of a bar press what the arrows have reached, and open the list', () => {
    const bar = { key: 'F7', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
    expect(boardKeyOf(bar, 'enter')).toEqual({ does: 'press' });
    expect(boardKeyOf(bar, 'shift+r')).toEqual({ does: 'recall-list' });
    expect(boardKeyOf(bar, 'F7')).toBeNull();
  });

  it('leaves combinations to the browser', () => {
    expect(press('r', { ctrlKey: true })).toBeNull();
    expect(press('1', { altKey: true })).toBeNull();
  });

  it('names the key of each slot, as a row of number keys stands', () => {
    expect(Array.from({ length: 11 }, (_, index) => keyOfSlot(index)).join(' ')).toBe('1 2 3 4 5 6 7 8 9 0 ');
  });
});
