import type { TicketLineState } from '@comanda/shared';
import { slowestState } from '@comanda/shared';

interface Part {
  readonly orderLineId: string;
  readonly state: TicketLineState;
}

/**
 * The kitchen's state of every line of an order: of a dish the slowest of its parts at all stations, of an option the
 * same as its dish. Parents stand before their options.
 */
export function kitchenStatesOf(
  lines: readonly { readonly id: string; readonly parentId: string | null }[],
  tickets: readonly { readonly lines: readonly Part[] }[],
): Map<string, TicketLineState> {
  const parts = Map.groupBy(
    tickets.flatMap((ticket) => ticket.lines),
    ({ orderLineId }) => orderLineId,
  );
  const dishes = dishesOf(lines);
  const byDish = new Map<string, TicketLineState[]>();
  for (const [id, dish] of dishes) {
    const states = parts.get(id)?.map(({ state }) => state) ?? [];
    byDish.set(dish, [...(byDish.get(dish) ?? []), ...states]);
  }
  return new Map([...dishes].map(([id, dish]) => [id, slowestState(byDish.get(dish) ?? [])]));
}

/** The dish of every line of an order; parents stand before their options. */
export function dishesOf(
  lines: readonly { readonly id: string; readonly parentId: string | null }[],
): Map<string, string> {
  const dishes = new Map<string, string>();
  for (const { id, parentId } of lines) dishes.set(id, parentId === null ? id : (dishes.get(parentId) ?? id));
  return dishes;
}
