import type { Minor } from '@comanda/shared';

/** An order as another system wrote it down. */
export interface RecordedOrder {
  /** The other system's id. */
  readonly id: string;
  /** Undefined when the file has no time for it. */
  readonly placedAtMs?: number;
  readonly lines: readonly RecordedLine[];
}

export interface RecordedLine {
  /** Row of the file, the heading being row 1. */
  readonly row: number;
  /** Id or name of the dish. */
  readonly item: string;
  /** Id or name of the size. */
  readonly variant?: string;
  readonly quantity: number;
  readonly unitPriceMinor?: Minor;
  /** What was paid for the whole line. */
  readonly totalMinor?: Minor;
  /** Names or ids of what was chosen; one twice is two of it. */
  readonly modifiers: readonly string[];
}

export interface Recording {
  readonly orders: readonly RecordedOrder[];
  readonly linesWithoutItem: number;
  /** Orders that have only lines without a dish. */
  readonly emptyOrders: number;
}
