import {
  formatMinor,
  type EventType,
  type EventView,
  type LineReplacedFact,
  type OrderMovedFact,
  type OrderSummaryView,
  type TicketView,
} from '@comanda/shared';

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
  'order.forgotten': 'Data of the guest deleted',
  'payment.recorded': 'Payment noted',
  'refund.recorded': 'Money given back',
  'order.moved': 'Moved',
  'order.changed': 'A dish changed',
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
    // A late answer that has come is told by the answer itself.
    if (what === undefined || (event.type === 'order.changed' && event.actor === 'system')) return [];
    const { seq, at, actor } = event;
    return [{ seq, what: what + dishes(event) + tables(event) + difference(event), who: actorName(actor), at }];
  });
}

function tables({ type, data }: EventView): string {
  if (type !== 'order.moved') return '';
  const { order, fromTableName } = data as unknown as OrderMovedFact;
  const from = fromTableName === undefined ? '' : ` from table ${fromTableName}`;
  return `${from} to table ${order.fulfilment.tableName ?? '?'}`;
}

/** Another dish came in the place of one. */
function difference({ data }: EventView): string {
  const { differenceMinor, order } = data as Partial<LineReplacedFact> & { readonly order?: OrderSummaryView };
  if (differenceMinor === undefined || order === undefined) return '';
  if (differenceMinor === 0) return ', at the same price';
  const amount = formatMinor(Math.abs(differenceMinor), order.currency, 'en');
  return `, ${amount} ${differenceMinor > 0 ? 'more' : 'less'}`;
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
