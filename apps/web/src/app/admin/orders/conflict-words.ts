import type { EventType, EventView } from '@comanda/shared';
import { ago } from '../words/since';
import { actorName } from './event-words';

const DEEDS: Readonly<Partial<Record<EventType, string>>> = {
  'order.placed': 'placed this order',
  'order.accepted': 'accepted this order',
  'order.rejected': 'rejected this order',
  'order.completed': 'handed this order over',
  'order.cancelled': 'cancelled this order',
  'payment.recorded': 'noted a payment',
  'refund.recorded': 'gave money back',
  'ticket.started': 'started cooking',
  'ticket-line.ready': 'finished a dish',
  'ticket.ready': 'finished a ticket',
  'ticket.recalled': 'called a ticket back',
  'ticket.withdrawn': 'withdrew a ticket',
  'ticket.acknowledged': 'acknowledged the cancellation',
};

/**
 * Who was quicker, in words: "Ana accepted this order 4 s ago." Null when nothing that a person did has happened
 * since the version that was on screen.
 */
export function whoWasQuicker(
  events: readonly EventView[],
  seen: { readonly version: number; readonly self: string; readonly nowMs: number },
): string | null {
  const news = events.filter(({ seq, type }) => seq > seen.version && DEEDS[type] !== undefined);
  const deed = news.filter(({ actor }) => actor !== 'system').at(-1) ?? news.at(-1);
  if (deed === undefined) return null;
  return `${subject(deed.actor, seen.self)} ${DEEDS[deed.type]} ${ago(deed.at, seen.nowMs)}.`;
}

function subject(actor: string, self: string): string {
  if (actor === self) return 'You, perhaps in another window,';
  const name = actor === 'system' ? 'The system' : actorName(actor);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
