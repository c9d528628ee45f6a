import type { TicketLineView, TicketView } from '@comanda/shared';
import { toInstant } from '../../platform/clock/index.js';
import { awaitedBy } from '../domain/derived-ticket.js';
import type { TicketEntity } from './ticket.entity.js';
import type { TicketLineEntity } from './ticket-line.entity.js';
import type { WholeTicket } from './ticket.repository.js';

export function toTicketView({ ticket, lines }: WholeTicket): TicketView {
  return {
    id: ticket.id,
    version: ticket.version,
    orderId: ticket.orderId,
    orderNumber: ticket.orderNumber,
    businessDate: ticket.businessDate,
    stationId: ticket.stationId,
    state: ticket.state,
    fulfilment: ticket.fulfilment,
    ...(ticket.tableName === null ? {} : { tableName: ticket.tableName }),
    ...(ticket.guestName === null ? {} : { guestName: ticket.guestName }),
    ...(ticket.orderNote === null ? {} : { orderNote: ticket.orderNote }),
    lines: lines.map(toTicketLineView),
    firedAt: toInstant(ticket.firedAt),
    startAt: toInstant(ticket.startAt || ticket.firedAt),
    dueSoonAt: toInstant(ticket.dueSoonAt || ticket.dueAt),
    dueAt: toInstant(ticket.dueAt),
    ...instants(ticket, ['startedAt', 'readyAt']),
    recalled: ticket.recalled,
    rush: ticket.rush,
    ...allergiesOf(ticket),
    awaits: awaitedBy({ ticket, lines }),
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
    allergies: line.allergies ?? [],
    ...(line.guestName === null ? {} : { guestName: line.guestName }),
    course: line.course,
    ...(line.prepSeconds === null ? {} : { prepSeconds: line.prepSeconds }),
    ...instants(line, ['firedAt', 'startAt', 'dueAt', 'startedAt', 'readyAt', 'handedAt']),
    ...(line.refire === null ? {} : { refire: line.refire }),
    ...(line.replaces === null ? {} : { replaces: line.replaces }),
    ...(line.withdrawal === null ? {} : { withdrawal: line.withdrawal }),
  };
}

function allergiesOf(ticket: TicketEntity): Pick<TicketView, 'allergies' | 'allergyAcknowledged'> {
  const { allergies, allergyAcknowledgedAt: at, allergyAcknowledgedBy: by } = ticket;
  const acknowledged = at === null || by === null ? {} : { allergyAcknowledged: { at: toInstant(at), by } };
  return { allergies: allergies ?? [], ...acknowledged };
}

/** Those of the named instants that are known, as they go out. */
function instants<Name extends string>(
  row: Readonly<Record<Name, number | null>>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const known = names.flatMap((name) => {
    const at = row[name];
    return at === null ? [] : [[name, toInstant(at)]];
  });
  return Object.fromEntries(known) as Partial<Record<Name, string>>;
}
