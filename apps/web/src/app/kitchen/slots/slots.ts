/** How many slots a board has. Numbers run along the rows, from 0. */
export interface SlotGrid {
  readonly columns: number;
  readonly rows: number;
}

/** What wants a slot: a ticket or a whole order. A `long` one takes two slots, one above the other, where it can. */
export interface Seat {
  readonly id: string;
  readonly long: boolean;
  /** Where it stood when it was last here; it comes back to that slot when nobody else has it. */
  readonly last?: number;
}

/** Who has which slot; one that takes two stands in both. */
export interface Arrangement extends SlotGrid {
  readonly slots: readonly (string | null)[];
}

/** A slot as it is drawn: the one below a long ticket is a part of that ticket. */
export interface SlotView {
  readonly index: number;
  readonly column: number;
  readonly row: number;
  readonly span: number;
  readonly id: string | null;
}

export const NO_SLOTS: Arrangement = { columns: 0, rows: 0, slots: [] };

/**
 * Who stands where now. Whoever has a slot keeps it; slots of those who left are filled in the order of `seats`, and
 * stay empty when nobody waits. Only another grid moves anybody. The same arrangement comes back when nothing changed.
 */
export function arrange(before: Arrangement, seats: readonly Seat[], grid: SlotGrid): Arrangement {
  const kept = before.columns === grid.columns && before.rows === grid.rows ? stay(before, seats) : emptied(grid);
  const slots = [...kept];
  const queue = kept.some((id) => id !== null) ? seats : inOldOrder(before, seats);
  for (const seat of seats) grow(slots, seat, grid);
  for (const seat of queue) if (!slots.includes(seat.id)) place(slots, seat, grid);
  const same = before.slots.length === slots.length && before.slots.every((id, index) => id === slots[index]);
  return same && before.columns === grid.columns ? before : { ...grid, slots };
}

/** Closes the gaps, by the cook's wish. */
export function closeUp(before: Arrangement, seats: readonly Seat[]): Arrangement {
  const { columns, rows } = before;
  const slots = emptied(before);
  for (const seat of inOldOrder(before, seats)) place(slots, { id: seat.id, long: seat.long }, { columns, rows });
  return { columns, rows, slots };
}

/** Those for whom there is no slot, in their order. */
export function waiting<S extends Seat>({ slots }: Arrangement, seats: readonly S[]): S[] {
  return seats.filter(({ id }) => !slots.includes(id));
}

export function slotViews({ columns, slots }: Arrangement): SlotView[] {
  return slots.flatMap((id, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    if (id !== null && slots[index - columns] === id) return [];
    const span = id !== null && slots[index + columns] === id ? 2 : 1;
    return [{ index, row, column, span, id }];
  });
}

function stay({ slots }: Arrangement, seats: readonly Seat[]): (string | null)[] {
  const present = new Set(seats.map(({ id }) => id));
  return slots.map((id) => (id !== null && present.has(id) ? id : null));
}

function emptied({ columns, rows }: SlotGrid): (string | null)[] {
  return new Array<string | null>(columns * rows).fill(null);
}

function inOldOrder({ slots }: Arrangement, seats: readonly Seat[]): Seat[] {
  const place = ({ id }: Seat): number => (slots.includes(id) ? slots.indexOf(id) : slots.length);
  return [...seats].sort((one, other) => place(one) - place(other));
}

/** A long one takes the slot below its own as soon as that is free. */
function grow(slots: (string | null)[], { id, long }: Seat, { columns, rows }: SlotGrid): void {
  const head = slots.indexOf(id);
  if (!long || head < 0 || rows < 2 || columns === 0) return;
  const below = head + columns;
  if (slots[below] === null) slots[below] = id;
}

function place(slots: (string | null)[], seat: Seat, grid: SlotGrid): void {
  const { columns } = grid;
  if (seat.last !== undefined && slots[seat.last] === null) {
    slots[seat.last] = seat.id;
    return grow(slots, seat, grid);
  }
  const roomy = seat.long
    ? slots.findIndex((id, index) => id === null && slots[index + columns] === null)
    : slots.indexOf(null);
  const index = roomy >= 0 ? roomy : slots.indexOf(null);
  if (index < 0) return;
  slots[index] = seat.id;
  grow(slots, seat, grid);
}
