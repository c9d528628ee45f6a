import fc from 'fast-check';
import { type Arrangement, NO_SLOTS, type Seat, arrange, closeUp, slotViews, waiting } from './slots';

const GRID = { columns: 3, rows: 2 };
const seats = (ids: string, long = ''): Seat[] => [...ids].map((id) => ({ id, long: long.includes(id) }));
const drawn = ({ slots }: Arrangement): string => slots.map((id) => id ?? '.').join('');

describe('slots', () => {
  it('are filled in the order in which tickets are due', () => {
    expect(drawn(arrange(NO_SLOTS, seats('abcd'), GRID))).toBe('abcd..');
  });

  it('never move a ticket: the slot of one that left stays empty', () => {
    const full = arrange(NO_SLOTS, seats('abcd'), GRID);
    expect(drawn(arrange(full, seats('acd'), GRID))).toBe('a.cd..');
  });

  it('give a free slot to the next ticket, also when that one is due before the others', () => {
    const gap = arrange(arrange(NO_SLOTS, seats('abcd'), GRID), seats('acd'), GRID);
    expect(drawn(arrange(gap, seats('xacd'), GRID))).toBe('axcd..');
  });

  it('let those wait for whom there is no slot, and seat the first of them when one leaves', () => {
    const all = seats('abcdefgh');
    const full = arrange(NO_SLOTS, all, GRID);
    expect(waiting(full, all).map(({ id }) => id)).toEqual(['g', 'h']);
    expect(drawn(arrange(full, seats('abdefgh'), GRID))).toBe('abgdef');
  });

  it('are the very same when nothing has changed', () => {
    const full = arrange(NO_SLOTS, seats('abc'), GRID);
    expect(arrange(full, seats('cba'), GRID)).toBe(full);
  });

  it('give a long ticket two, one above the other', () => {
    const board = arrange(NO_SLOTS, seats('abc', 'b'), GRID);
    expect(drawn(board)).toBe('abc.b.');
    expect(slotViews(board)).toContainEqual({ index: 1, row: 0, column: 1, span: 2, id: 'b' });
    expect(slotViews(board)).toHaveLength(5);
  });

  it('let a long ticket stand in one where two are not free, and grow when the one below is', () => {
    const squeezed = arrange(arrange(NO_SLOTS, seats('abcdef'), GRID), seats('acdefl', 'l'), GRID);
    expect(drawn(squeezed)).toBe('alcdef');
    expect(drawn(arrange(squeezed, seats('acdfl', 'l'), GRID))).toBe('alcdlf');
  });

  it('take a recalled ticket back where it stood', () => {
    const board = arrange(NO_SLOTS, seats('ab'), GRID);
    expect(drawn(arrange(board, [...seats('ab'), { id: 'r', long: false, last: 4 }], GRID))).toBe('ab..r.');
    expect(drawn(arrange(board, [...seats('ab'), { id: 'r', long: false, last: 1 }], GRID))).toBe('abr...');
  });

  it('close up by wish, in the old order', () => {
    const gaps = arrange(arrange(NO_SLOTS, seats('abcdef'), GRID), seats('bdf'), GRID);
    expect(drawn(closeUp(gaps, seats('fdb')))).toBe('bdf...');
  });

  it('keep the order of the old ones on another grid', () => {
    const board = arrange(arrange(NO_SLOTS, seats('abcd'), GRID), seats('bcd'), GRID);
    expect(drawn(arrange(board, seats('xdcb'), { columns: 2, rows: 2 }))).toBe('bcdx');
    expect(drawn(arrange(NO_SLOTS, seats('ab'), { columns: 0, rows: 0 }))).toBe('');
  });

  it('never move, double or lose anybody, whatever comes and goes', () => {
    const crowd = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefghij'), long: fc.boolean() }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(fc.array(crowd, { maxLength: 12 }), (crowds) => {
        let board = NO_SLOTS;
        for (const present of crowds) {
          const next = arrange(board, present, GRID);
          for (const { id } of present) {
            const stood = board.slots.indexOf(id);
            if (stood >= 0) expect(next.slots.indexOf(id)).toBe(stood);
            expect(next.slots.filter((each) => each === id).length).toBeLessThanOrEqual(2);
          }
          const seated = new Set(next.slots.filter((id) => id !== null));
          expect(seated.size + waiting(next, present).length).toBe(present.length);
          if (waiting(next, present).length > 0) expect(next.slots).not.toContain(null);
          board = next;
        }
      }),
    );
  });
});
