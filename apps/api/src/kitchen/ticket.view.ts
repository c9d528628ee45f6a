import type { TicketLineView, TicketView } from '@comanda/shared';
import type { TicketLineEntity } from './ticket-line.entity.js';
import type { WholeTicket } from './ticket.repository.js';

export function toTicketView({ ticket, lines }: WholeTicket): TicketView {
  return {
    id: ticket.id,
    version: ticket.version,
    orderId: ticket.orderId,
    orderNumber: ticket.orderNumber,
    stationId: ticket.stationId,
    state: ticket.state,
    fulfilment: ticket.fulfilment,
    ...(ticket.tableName === null ? {} : { tableName: ticket.tableName }),
    ...(ticket.guestName === null ? {} : { guestName: ticket.guestName }),
    ...(ticket.orderNote === null ? {} : { orderNote: ticket.orderNote }),
    lines: lines.map(toTicketLineView),
    firedAt: instant(ticket.firedAt),
    dueAt: instant(ticket.dueAt),
    ...(ticket.startedAt === null ? {} : { startedAt: instant(ticket.startedAt) }),
    ...(ticket.readyAt === null ? {} : { readyAt: instant(ticket.readyAt) }),
    recalled: ticket.recalled,
  };
}

function toTicketLineView(line: TicketLineEntity): TicketLineView {
  return {
    id: line.id,
    orderLineId: line.orderLineId,
    state: line.state,
    quantity: line.quantity,
    name: line.name,
    ...(line.variantName === null ? {} : { variantName: line.variantName }),
    modifiers: line.modifiers,
    ...(line.note === null ? {} : { note: line.note }),
    allergens: line.allergens,
  };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
