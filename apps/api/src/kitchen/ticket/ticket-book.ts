import { Injectable } from '@nestjs/common';
import type { EventType } from '@comanda/shared';
import { canTransition } from '@comanda/shared';
import { OrderBook } from '../../orders/index.js';
import type { Order, OrderLine } from '../../orders/index.js';
import { RoundTrip } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { deriveTicket } from '../domain/derived-ticket.js';
import { kitchenStatesOf } from '../domain/kitchen-states.js';
import { TicketRepository } from './ticket.repository.js';
import type { WholeTicket } from './ticket.repository.js';
import { toTicketView } from './ticket.view.js';

/** An order under its lock with all its tickets. */
export interface OpenTickets {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly all: readonly WholeTicket[];
}

interface TicketFact {
  readonly type: EventType;
  readonly actor: string;
}

/**
 * The one way to change tickets: open them under their order's lock, change lines, keep each changed ticket with the
 * fact, close. Tickets follow their lines, the order follows its tickets.
 */
@Injectable()
export class TicketBook {
  constructor(
    private readonly repository: TicketRepository,
    private readonly orders: OrderBook,
  ) {}

  /** Throws `not_found` and `version_mismatch` as the order's book does. */
  async open(tx: Tx, orderId: string, expected: { version?: number; locationId?: string } = {}): Promise<OpenTickets> {
    const trip = new RoundTrip();
    const stored = this.orders.lockWith(trip, tx, orderId);
    const tickets = this.repository.readWith(trip, tx, orderId);
    await trip.make(tx);
    return { ...stored(expected), all: tickets() };
  }

  /** Derives the ticket from its lines, writes it and tells the fact. */
  keep(tx: Tx, order: Order, whole: WholeTicket, { type, actor }: TicketFact): void {
    deriveTicket(whole);
    whole.ticket.version += 1;
    this.orders.record(tx, order, { type, actor, data: { ticket: toTicketView(whole) } });
    this.repository.save(tx, whole);
  }

  /** The order is ready when all its tickets are, done when all are handed over, and cooking again when one comes back. */
  close(tx: Tx, open: OpenTickets, actor: string): void {
    this.#followUp(tx, open, actor);
    this.keepLines(tx, open.all, open.lines);
    this.orders.save(tx, open.order);
  }

  #followUp(tx: Tx, { order, all }: OpenTickets, actor: string): void {
    const begun = all.flatMap(({ ticket }) => ticket.startedAt ?? []);
    order.cookingStartedAt = begun.length > 0 ? Math.min(...begun) : null;
    const live = all.filter(({ ticket }) => ticket.state !== 'cancelled' && ticket.state !== 'closed');
    const ready = live.length > 0 && live.every(({ ticket }) => ticket.state === 'ready' || ticket.state === 'handed');
    if (ready && canTransition(order.state, 'finish-cooking')) {
      this.orders.move(order, 'finish-cooking');
      this.orders.record(tx, order, { type: 'order.ready', actor: 'system' });
    } else if (!ready && canTransition(order.state, 'resume-cooking')) {
      this.orders.move(order, 'resume-cooking');
      this.orders.record(tx, order, { type: 'order.cooking-resumed', actor: 'system' });
    }
    if (live.every(({ ticket }) => ticket.state === 'handed') && canTransition(order.state, 'hand-over')) {
      this.orders.handOver(tx, order, actor);
    }
  }

  /** Tells every line of the order how far the kitchen is with it. */
  keepLines(tx: Tx, all: readonly WholeTicket[], lines: readonly OrderLine[]): void {
    this.orders.keepKitchenStates(tx, lines, kitchenStatesOf(lines, all));
  }
}
