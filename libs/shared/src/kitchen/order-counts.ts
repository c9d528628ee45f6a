import type { OrderCounts } from './kitchen-contracts.js';
import type { TicketLineState } from './kitchen-state.js';

/** Units of an order by how far they are. What the guest does not have yet is outstanding. */
export function orderCounts(
  lines: readonly { readonly state: TicketLineState; readonly quantity: number }[],
): OrderCounts {
  const units = (...states: readonly TicketLineState[]): number =>
    lines.reduce((sum, { state, quantity }) => sum + (states.includes(state) ? quantity : 0), 0);
  return {
    held: units('held'),
    cooking: units('fired', 'started'),
    ready: units('ready'),
    handed: units('handed'),
    outstanding: units('held', 'fired', 'started', 'ready'),
  };
}
