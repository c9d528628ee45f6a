import type { CellEntry } from './cell-edits';
import { COLUMNS, type CellRef, type Column } from './cells';

/** The rows and cells of what a spreadsheet puts on the clipboard; the line break at the end is no row. */
export function blockOf(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/**
 * Which cell each value of a block goes to, from the cell in which it is pasted on: down the column and, for a wide
 * block, into the columns beside it. What has no place is left out; dishes with sizes have name and time only once.
 */
export function entriesOf(
  block: readonly (readonly string[])[],
  column: Column,
  refsOf: (column: Column) => readonly CellRef[],
  from: CellRef,
): readonly CellEntry[] {
  const rows = refsOf(column);
  const begin = rows.findIndex(({ variantId }) => variantId === from.variantId);
  if (begin < 0) return [];
  const columns = COLUMNS.slice(COLUMNS.indexOf(column));
  const known = new Map(columns.map((each) => [each, refsOf(each)]));
  return block.flatMap((cells, index) => {
    const row = rows[begin + index];
    if (row === undefined) return [];
    return cells.flatMap((text, offset) => {
      const target = columns[offset];
      const ref = target && known.get(target)?.find(({ variantId }) => variantId === row.variantId);
      return ref === undefined ? [] : [{ ref, text }];
    });
  });
}
