import type { CellRef, Column } from './cells';
import { blockOf, entriesOf } from './spreadsheet-block';

/** Two dishes; the second has two sizes. */
const REFS: readonly CellRef[] = [
  { column: 'price', itemId: 'leeks', variantId: 'l' },
  { column: 'price', itemId: 'prawns', variantId: 'small' },
  { column: 'price', itemId: 'prawns', variantId: 'large' },
];
const refsOf = (column: Column): readonly CellRef[] =>
  REFS.filter(({ variantId }) => column === 'price' || column === 'before' || variantId !== 'large').map((ref) => ({
    ...ref,
    column,
  }));
const placed = (text: string, column: Column, from: CellRef) =>
  entriesOf(blockOf(text), column, refsOf, from).map(({ ref, text: each }) => `${ref.column} ${ref.variantId} ${each}`);
const [first, second] = REFS as [CellRef, CellRef];

describe('a block of a spreadsheet', () => {
  it('is read in rows and cells, whatever ends its lines', () => {
    expect(blockOf('9.50\t10\r\n 8,90 \t\r\n')).toEqual([
      ['9.50', '10'],
      ['8,90', ''],
    ]);
    expect(blockOf('9.50')).toEqual([['9.50']]);
  });

  it('goes down the column, and no further than the table', () => {
    expect(placed('1\n2\n3', 'price', second)).toEqual(['price small 1', 'price large 2']);
  });

  it('goes into the columns beside it, where a row has such a cell', () => {
    expect(placed('1\t2\t3\n4\t5\t6\n7\t8\t9', 'price', first)).toEqual([
      'price l 1',
      'before l 2',
      'prep l 3',
      'price small 4',
      'before small 5',
      'prep small 6',
      'price large 7',
      'before large 8',
    ]);
  });
});
