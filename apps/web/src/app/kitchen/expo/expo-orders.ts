import { mergeTicket, orderCounts, ticketAge, type EventView, type ExpoOrderView } from '@comanda/shared/kitchen';
import type { OrderState, OrderSummaryView, TicketView } from '@comanda/shared';
import type { Wish } from '../slots/slot-board';
import { modifierWords } from '../ticket/ticket-words';
import { EXPO_TEXTS } from './expo-texts';

const AT_THE_PASS: readonly OrderState[] = ['in-kitchen', 'ready'];

/** All that is known of orders at the pass; orders and tickets come as separate news, in any order. */
export interface ExpoPicture {
  readonly orders: ReadonlyMap<string, ExpoOrderView>;
  readonly tickets: ReadonlyMap<string, TicketView>;
}

export const EMPTY_PICTURE: ExpoPicture = { orders: new Map(), tickets: new Map() };

/** A picture as the API gives it, with what is known to be newer. */
export function pictureOf(orders: readonly ExpoOrderView[], known: ExpoPicture): ExpoPicture {
  const tickets = orders.flatMap((order) => order.tickets);
  return {
    orders: new Map(orders.map((order) => [order.orderId, mergeTicket(known.orders.get(order.orderId), order)])),
    tickets: new Map(tickets.map((ticket) => [ticket.id, mergeTicket(known.tickets.get(ticket.id), ticket)])),
  };
}

/** The picture after an event; the same one when the event changes nothing at the pass. */
export function after(picture: ExpoPicture, { data, seq, subject }: EventView): ExpoPicture {
  if ('order' in data) return withOrder(picture, data['order'] as OrderSummaryView);
  if (!('ticket' in data)) return picture;
  const ticket = data['ticket'] as TicketView;
  // Each event of an order counts its version up, those of its tickets included.
  return withFacts(withTicket(picture, ticket), subject.id, { version: seq });
}

export function withTicket(picture: ExpoPicture, ticket: TicketView): ExpoPicture {
  const tickets = new Map(picture.tickets).set(ticket.id, mergeTicket(picture.tickets.get(ticket.id), ticket));
  return { ...picture, tickets };
}

/** What is newer of an order than what is known. */
export function withFacts(
  picture: ExpoPicture,
  orderId: string,
  facts: Pick<ExpoOrderView, 'version'> & Partial<ExpoOrderView>,
): ExpoPicture {
  const order = picture.orders.get(orderId);
  if (order === undefined || order.version >= facts.version) return picture;
  return { ...picture, orders: new Map(picture.orders).set(orderId, { ...order, ...facts }) };
}

/** An order with its tickets as it stands at the pass. */
export interface PassOrder extends ExpoOrderView {
  readonly ready: boolean;
  /** The tickets that are not done yet. */
  readonly openTickets: readonly TicketView[];
}

/** Whole orders, the oldest first. An order whose tickets have not come yet is left out: they are about to. */
export function ordersAtThePass({ orders, tickets }: ExpoPicture): PassOrder[] {
  const all = [...tickets.values()];
  return [...orders.values()]
    .filter(({ state }) => AT_THE_PASS.includes(state))
    .map((order) => {
      const own = all.filter(({ orderId, state }) => orderId === order.orderId && state !== 'closed');
      const openTickets = own.filter(({ state }) => state === 'fired' || state === 'started');
      const counts = orderCounts(own.flatMap(({ lines }) => lines));
      const rush = own.some((ticket) => ticket.rush);
      return { ...order, rush, counts, tickets: own, openTickets, ready: order.state === 'ready' };
    })
    .filter((order) => order.tickets.length > 0)
    .sort((one, other) => Number(other.rush) - Number(one.rush) || one.placedAt.localeCompare(other.placedAt));
}

/** By how many seconds the slowest station is late; 0 when none is. */
export function lateSeconds({ openTickets }: PassOrder, nowMs: number): number {
  const late = openTickets.filter((ticket) => ticketAge(ticket, nowMs).level === 'late');
  return Math.max(0, ...late.map(({ dueAt }) => Math.floor((nowMs - Date.parse(dueAt)) / 1000)));
}

/** What is packed with it, or left out; null where nobody was asked. */
export function packingOf({ cutlery }: { readonly cutlery?: number | undefined }): string | null {
  return cutlery === undefined ? null : EXPO_TEXTS.cutlery(cutlery);
}

/** The texts of an order by which the room it needs is reckoned. */
export function wishOfOrder({ orderId, tickets, cutlery }: PassOrder): Wish {
  const lines = tickets.flatMap((ticket) => ticket.lines);
  const texts = lines.map(({ name, variantName, modifiers }) => [
    { text: name, large: true },
    ...(variantName === undefined ? [] : [{ text: variantName, large: false }]),
    ...(modifiers.length === 0 ? [] : [{ text: modifiers.map(modifierWords).join(' '), large: false }]),
  ]);
  const packing = packingOf({ cutlery });
  return { id: orderId, texts: packing === null ? texts : [[{ text: packing, large: false }], ...texts] };
}

function withOrder(picture: ExpoPicture, summary: OrderSummaryView): ExpoPicture {
  const known = picture.orders.get(summary.id);
  if (known !== undefined && known.version >= summary.version) return picture;
  return { ...picture, orders: new Map(picture.orders).set(summary.id, fromSummary(summary)) };
}

function fromSummary(summary: OrderSummaryView): ExpoOrderView {
  const { id, number, version, state, paymentState, fulfilment, guestName, placedAt } = summary;
  return {
    orderId: id,
    orderNumber: number,
    version,
    state,
    paymentState,
    fulfilment: fulfilment.type,
    ...(fulfilment.tableName === undefined ? {} : { tableName: fulfilment.tableName }),
    ...(guestName === undefined ? {} : { guestName }),
    ...(fulfilment.cutlery === undefined ? {} : { cutlery: fulfilment.cutlery }),
    placedAt,
    rush: false,
    counts: orderCounts([]),
    tickets: [],
  };
}
