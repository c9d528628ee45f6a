import type { Order } from '../../orders/index.js';
import { newId } from '../../platform/clock/index.js';
import type { PlannedLine, PlannedTicket } from '../domain/ticket-plan.js';
import type { TicketLineEntity } from '../ticket/ticket-line.entity.js';
import type { TicketEntity } from '../ticket/ticket.entity.js';
import type { WholeTicket } from '../ticket/ticket.repository.js';

interface NewTicket {
  readonly id: string;
  readonly stationId: string;
  readonly firedAt: number;
}

/** A ticket without lines; what follows from its lines is derived once it has them. */
function newTicket(order: Order, { id, stationId, firedAt }: NewTicket): TicketEntity {
  return {
    id,
    locationId: order.locationId,
    orderId: order.id,
    stationId,
    version: 1,
    state: 'held',
    orderNumber: order.number,
    businessDate: order.businessDate,
    fulfilment: order.fulfilment,
    tableName: order.tableName,
    guestName: order.guestName,
    orderNote: order.note,
    firedAt,
    startAt: firedAt,
    dueSoonAt: firedAt,
    dueAt: firedAt,
    startedAt: null,
    readyAt: null,
    recalled: false,
    rush: order.rush,
    allergies: null,
    allergyAcknowledgedAt: null,
    allergyAcknowledgedBy: null,
    onBoard: true,
    answerDueAt: null,
  };
}

/** A station's new ticket of an order, with lines that wait to be fired. */
export function plannedTicket(order: Order, { stationId, lines }: PlannedTicket, firedAt: number): WholeTicket {
  const ticket = newTicket(order, { id: newId(), stationId, firedAt });
  return { ticket, lines: plannedLines(lines, { ticketId: ticket.id, stationId, position: 0 }) };
}

/** The first of them stands at the given position. */
export function plannedLines(lines: readonly PlannedLine[], place: Place): TicketLineEntity[] {
  return lines.map((line, at) => newTicketLine(line, { ...place, position: place.position + at }));
}

type Place = Pick<TicketLineEntity, 'ticketId' | 'stationId' | 'position'>;

/** A line that waits to be fired. */
function newTicketLine(line: PlannedLine, place: Place): TicketLineEntity {
  return {
    id: newId(),
    ...line,
    ...place,
    revision: 1,
    state: 'held',
    firedAt: null,
    startAt: null,
    dueAt: null,
    startedAt: null,
    readyAt: null,
    handedAt: null,
    bumpedFrom: null,
    refire: null,
    replaces: null,
    withdrawal: null,
  };
}

/** The same line of the order once more, at the end of its ticket and not fired yet. */
export function lineOnceMore(line: TicketLineEntity, lines: readonly TicketLineEntity[]): TicketLineEntity {
  const revisions = lines.filter(({ orderLineId }) => orderLineId === line.orderLineId).map(({ revision }) => revision);
  const { orderLineId, itemId, course, prepSeconds, allergies, guestName, quantity } = line;
  const { name, variantName, modifiers, note, allergens, ticketId, stationId } = line;
  const planned = { orderLineId, itemId, course, prepSeconds, allergies, guestName, quantity };
  const told = { name, variantName, modifiers, note, allergens };
  const fresh = newTicketLine({ ...planned, ...told }, { ticketId, stationId, position: lines.length });
  return { ...fresh, revision: Math.max(...revisions) + 1 };
}
