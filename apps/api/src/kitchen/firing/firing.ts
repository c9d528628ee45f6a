import { Injectable } from '@nestjs/common';
import { textIn } from '@comanda/shared';
import type { Station } from '../../locations/index.js';
import { OrderBook } from '../../orders/index.js';
import type { FiredTurn } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { deriveTicket } from '../domain/derived-ticket.js';
import { kitchenStatesOf } from '../domain/kitchen-states.js';
import { fireLines } from '../domain/fire-lines.js';
import type { StationTimes } from '../domain/fire-lines.js';
import type { PlannedTicket } from '../domain/ticket-plan.js';
import { planTickets } from '../domain/ticket-plan.js';
import { TicketRepository } from '../ticket/ticket.repository.js';
import { toTicketView } from '../ticket/ticket.view.js';
import { plannedTicket } from './new-ticket.js';

/** Of a kitchen without stations, so that no order is ever lost. */
const ONLY_STATION = { id: 'kitchen', dueSoonSeconds: 480, lateSeconds: 720 };

/** Makes an order's tickets, one for each station, in the transaction that fires it. */
@Injectable()
export class Firing {
  constructor(
    private readonly repository: TicketRepository,
    private readonly book: OrderBook,
    private readonly clock: Clock,
  ) {}

  /** The first course is fired; later ones are held. */
  fire(tx: Tx, turn: FiredTurn): void {
    const { order, lines, actor, location, stations } = turn;
    const firedAt = this.clock.now();
    const tickets = planOf(turn).map((plan) => plannedTicket(order, plan, firedAt));
    const first = Math.min(...tickets.flatMap((whole) => whole.lines.map(({ course }) => course)));
    fireLines(tickets, ({ course }) => course === first, {
      at: firedAt,
      pace: location.pacing ? 'together' : 'at-once',
      stationOf: stationTimes(stations),
    });
    for (const whole of tickets) deriveTicket(whole);
    order.ticketCount = tickets.length;
    const states = kitchenStatesOf(lines, tickets);
    for (const line of lines) line.kitchenState = states.get(line.id) ?? 'held';
    this.repository.insert(tx, tickets);
    for (const ticket of tickets) {
      this.book.record(tx, order, { type: 'ticket.fired', actor, data: { ticket: toTicketView(ticket) } });
    }
  }
}

/** What every station must do for the lines of an order. */
export function planOf({ order, lines, location, stations }: Omit<FiredTurn, 'actor'>): PlannedTicket[] {
  const standard = stations.find(({ isDefault }) => isDefault) ?? stations[0] ?? ONLY_STATION;
  return planTickets(lines, {
    stationIds: stations.map(({ id }) => id),
    defaultStationId: standard.id,
    say: (text) => textIn(text, location.defaultLanguage, location.defaultLanguage),
    allergies: order.allergies,
  });
}

/** Looks up the times of a station; one that is gone has the usual ones. */
export function stationTimes(stations: readonly Station[]): (stationId: string) => StationTimes {
  return (stationId) => stations.find(({ id }) => id === stationId) ?? ONLY_STATION;
}
