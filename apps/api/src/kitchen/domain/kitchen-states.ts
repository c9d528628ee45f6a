import type { TicketLineState } from '@comanda/shared';

/**
 * The kitchen's state of every line of an order: of a dish the slowest of its parts at all stations, of an option the
 * same as its dish. Parents stand before their options.
 */
export function kitchenStatesOf(
  lines: readonly { readonly id: string; readonly parentId: string | null }[],
  parts: ReadonlyMap<string, readonly TicketLineState[]>,
  slowest: (states: readonly TicketLineState[]) => TicketLineState,
): Map<string, TicketLineState> {
  const dishOf = new Map<string, string>();
  const byDish = new Map<string, TicketLineState[]>();
  for (const { id, parentId } of lines) {
    const dish = parentId === null ? id : (dishOf.get(parentId) ?? id);
    dishOf.set(id, dish);
    byDish.set(dish, [...(byDish.get(dish) ?? []), ...(parts.get(id) ?? [])]);
  }
  return new Map([...dishOf].map(([id, dish]) => [id, slowest(byDish.get(dish) ?? [])]));
}
