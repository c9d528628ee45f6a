import { Injectable } from '@nestjs/common';
import { textIn } from '@comanda/shared';
import type { Station } from '../locations/index.js';
import { OrderBook } from '../orders/index.js';
import type { FiredTurn, Order } from '../orders/index.js';
import { Clock, newId } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import type { PlannedLine, PlannedTicket } from './domain/ticket-plan.js';
import { planTickets } from './domain/ticket-plan.js';
import type { TicketLineEntity } from './ticket-line.entity.js';
import { TicketRepository } from './ticket.repository.js';
import type { WholeTicket } from './ticket.repository.js';
import { toTicketView } from './ticket.view.js';

/** Of a kitchen without stations, so that no order is ever lost. */
const ONLY_STATION = { id: 'kitchen', lateSeconds: 900 };

/** Makes an order's tickets, one for each station, in the transaction that fires it. */
@Injectable()
export class Firing {
  constructor(
    private readonly repository: TicketRepository,
    private readonly book: OrderBook,
    private readonly clock: Clock,
  ) {}

  fire(tx: Tx, { order, lines, actor, location, stations }: FiredTurn): void {
    const standard = stations.find(({ isDefault }) => isDefault) ?? stations[0] ?? ONLY_STATION;
    const planned = planTickets(lines, {
      stationIds: stations.map(({ id }) => id),
      defaultStationId: standard.id,
      say: (text) => textIn(text, location.defaultLanguage, location.defaultLanguage),
    });
    const tickets = planned.map((plan) => this.#toTicket(order, plan, stations));
    order.ticketCount = tickets.length;
    for (const line of lines) line.kitchenState = 'fired';
    this.repository.insert(tx, tickets);
    for (const ticket of tickets) {
      this.book.record(tx, order, { type: 'ticket.fired', actor, data: { ticket: toTicketView(ticket) } });
    }
  }

  #toTicket(order: Order, plan: PlannedTicket, stations: readonly Station[]): WholeTicket {
    const id = newId();
    const firedAt = this.clock.now();
    const { lateSeconds } = stations.find((station) => station.id === plan.stationId) ?? ONLY_STATION;
    const ticket = {
      id,
      locationId: order.locationId,
      orderId: order.id,
      stationId: plan.stationId,
      version: 1,
      state: 'fired' as const,
      orderNumber: order.number,
      businessDate: order.businessDate,
      fulfilment: order.fulfilment,
      tableName: order.tableName,
      guestName: order.guestName,
      orderNote: order.note,
      firedAt,
      dueAt: firedAt + (plan.prepSeconds ?? lateSeconds) * 1000,
      startedAt: null,
      readyAt: null,
      recalled: false,
    };
    return {
      ticket,
      lines: plan.lines.map((line, position) => toLine(line, { ticketId: id, stationId: plan.stationId, position })),
    };
  }
}

function toLine(
  line: PlannedLine,
  place: Pick<TicketLineEntity, 'ticketId' | 'stationId' | 'position'>,
): TicketLineEntity {
  return { id: newId(), ...line, ...place, revision: 1, state: 'fired', startedAt: null, readyAt: null };
}
