import type { EventType, EventView, TicketView } from '@comanda/shared';

/** What a fact of an order's history is called; null for those that only the kitchen's tickets need. */
const FACTS: Readonly<Partial<Record<EventType, string>>> = {
  'order.placed': 'Placed',
  'order.accepted': 'Accepted',
  'order.scheduled': 'Accepted for later',
  'order.rejected': 'Rejected',
  'order.fired': 'Sent to the kitchen',
  'order.ready': 'Ready',
  'order.cooking-resumed': 'Back to cooking',
  'order.dispatched': 'Handed to the rider',
  'order.completed': 'Handed over',
  'order.cancelled': 'Cancelled',
  'payment.recorded': 'Payment noted',
  'refund.recorded': 'Money given back',
  'ticket.started': 'Cooking started',
  'ticket.ready': 'Station finished',
  'ticket.recalled': 'Ticket called back',
};

const DISHES_NAMED = 2;

export interface HistoryEntry {
  readonly seq: number;
  readonly what: string;
  readonly who: string;
  readonly at: string;
}

export function historyOf(events: readonly EventView[]): readonly HistoryEntry[] {
  return events.flatMap((event) => {
    const what = FACTS[event.type];
    return what === undefined
      ? []
      : [{ seq: event.seq, what: what + dishes(event), who: actorName(event.actor), at: event.at }];
  });
}

export function actorName(actor: string): string {
  if (actor === 'guest') return 'the guest';
  return actor === 'system' ? 'by itself' : actor;
}

function dishes({ type, data }: EventView): string {
  const ticket = data['ticket'] as Partial<TicketView> | undefined;
  if (!type.startsWith('ticket.') || ticket?.lines === undefined) return '';
  const names = [...new Set(ticket.lines.map(({ name }) => name))];
  const rest = names.length - DISHES_NAMED;
  const named = names.slice(0, DISHES_NAMED).join(', ');
  return rest > 0 ? `: ${named} and ${rest} more` : `: ${named}`;
}
