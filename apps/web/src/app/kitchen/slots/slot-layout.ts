import type { SlotGrid } from './slots';

/** As many as there are number keys. */
export const MOST_SLOTS = 10;
const TOP_PX = 96;
const GAP_PX = 12;
const TARGET_PX = 64;
const NARROW_PX = 600;
const LOWEST_SLOT_PX = 250;
const USUAL_SLOT_PX = 320;

/** What a board's slots measure on this screen. */
export interface SlotLayout extends SlotGrid {
  /** The size of an item's name. */
  readonly fontPx: number;
  readonly slotWidthPx: number;
  /** What a ticket in one slot has for its lines; infinite where slots grow with their tickets. */
  readonly linesPx: number;
}

export const NO_LAYOUT: SlotLayout = { columns: 0, rows: 0, fontPx: 22, slotWidthPx: 330, linesPx: 0 };

/**
 * Slots by the size of the board, a column of all on a phone. Text is as large as wished, else as a cook close by reads it.
 */
export function slotLayout(widthPx: number, heightPx: number, wishedFontPx: number | null = null): SlotLayout {
  if (widthPx === 0) return NO_LAYOUT;
  const fontPx = wishedFontPx ?? (widthPx >= 1600 ? 28 : widthPx >= 1000 ? 22 : 20);
  if (widthPx < NARROW_PX) {
    return { columns: 1, rows: MOST_SLOTS, fontPx, slotWidthPx: widthPx, linesPx: Infinity };
  }
  const columns = Math.min(5, Math.max(wishedFontPx === null ? 2 : 1, Math.floor(widthPx / (fontPx * 15))));
  const rows = rowsFor(heightPx, fontPx, columns);
  const slotWidthPx = (widthPx - GAP_PX * (columns - 1)) / columns;
  const slotHeightPx = (heightPx - GAP_PX * (rows - 1)) / rows;
  return { columns, rows, fontPx, slotWidthPx, linesPx: slotHeightPx - TOP_PX };
}

/** A third row on a tall screen, when a usual ticket fits into it and every slot still has a key. */
function rowsFor(heightPx: number, fontPx: number, columns: number): number {
  if (heightPx >= 3 * Math.max(USUAL_SLOT_PX, fontPx * 15) && columns * 3 <= MOST_SLOTS) return 3;
  return heightPx >= 2 * Math.max(LOWEST_SLOT_PX, fontPx * 9) ? 2 : 1;
}

/** A text that takes room on a ticket; `large` ones are names of dishes. */
export interface TicketText {
  readonly text: string;
  readonly large: boolean;
}

/** About how high lines of texts are: enough to know whether one slot will do. */
export function heightOf(lines: readonly (readonly TicketText[])[], { fontPx, slotWidthPx }: SlotLayout): number {
  return lines.reduce((sum, texts) => {
    const rows = texts.reduce((height, each) => height + textHeight(each, fontPx, slotWidthPx), 0);
    return sum + Math.max(TARGET_PX, rows + fontPx * 0.7);
  }, 0);
}

function textHeight({ text, large }: TicketText, fontPx: number, widthPx: number): number {
  const size = large ? fontPx : fontPx * 0.82;
  const lettersInRow = Math.max(8, (widthPx - fontPx * 3) / (size * 0.55));
  return Math.ceil(text.length / lettersInRow) * size * 1.22;
}
