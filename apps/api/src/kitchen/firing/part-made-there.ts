import type { OrderLine } from '../../orders/index.js';
import type { WholeTicket } from '../ticket/ticket.repository.js';

/** The line of the order that a station made, with those of its options that no other station made. */
export function partMadeThere(
  lines: readonly OrderLine[],
  { orderLineId }: { readonly orderLineId: string },
  all: readonly WholeTicket[],
): OrderLine[] {
  const elsewhere = new Set(all.flatMap((whole) => whole.lines.map((line) => line.orderLineId)));
  const part = new Set([orderLineId]);
  for (const { id, parentId } of lines) {
    if (parentId !== null && part.has(parentId) && !elsewhere.has(id)) part.add(id);
  }
  return lines.filter(({ id }) => part.has(id));
}
