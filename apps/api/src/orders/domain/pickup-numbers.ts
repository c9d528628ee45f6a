import type { OrderState, PickupBoardView, PickupNumber, TimelineEntry } from '@comanda/shared';

export interface PickupOrder {
  readonly number: number;
  readonly state: OrderState;
  readonly timeline: readonly TimelineEntry[];
}

/** So long a number stays on the board after its order was handed over. */
const COLLECTED_MS = 5 * 60_000;

/** The numbers of orders that are picked up, by how far they are; a number that was collected leaves after a while. */
export function pickupNumbers(orders: readonly PickupOrder[], now: number): Omit<PickupBoardView, 'at'> {
  const of = (...states: readonly OrderState[]): PickupNumber[] =>
    orders
      .filter(({ state }) => states.includes(state))
      .map(({ number, timeline }) => ({ number, since: timeline.at(-1)?.at ?? new Date(now).toISOString() }))
      .sort((a, b) => (a.since < b.since ? -1 : 1));
  return {
    preparing: of('accepted', 'in-kitchen'),
    ready: of('ready'),
    collected: of('completed').filter(({ since }) => now - Date.parse(since) < COLLECTED_MS),
  };
}
