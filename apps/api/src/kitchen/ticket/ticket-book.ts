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

type LineState = Pick<OrderLine, 'orderId' | 'id' | 'parentId' | 'kitchenState'>;

/** An order under its lock with all its tickets, and its lines, or only how far the kitchen is with them. */
export interface OpenTickets<Line extends LineState = OrderLine> {
  readonly order: Order;
  readonly lines: readonly Line[];
  readonly all: readonly WholeTicket[];
}

interface Expected {
  readonly version?: number;
  readonly locationId?: string;
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
  open(tx: Tx, orderId: string, expected: Expected = {}): Promise<OpenTickets> {
    return this.#open(tx, orderId, (trip) => this.orders.lockWith(trip, tx, orderId), expected);
  }

  /** The same for what changes tickets alone. */
  openStates(tx: Tx, orderId: string, expected: Expected = {}): Promise<OpenTickets<LineState>> {
    return this.#open(tx, orderId, (trip) => this.orders.lockWithStates(trip, tx, orderId), expected);
  }

  async #open<Stored extends object>(
    tx: Tx,
    orderId: string,
    lock: (trip: RoundTrip) => (expected: Expected) => Stored,
    expected: Expected,
  ): Promise<Stored & Pick<OpenTickets, 'all'>> {
    const trip = new RoundTrip();
    const stored = lock(trip);
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
  close(tx: Tx, open: OpenTickets<LineState>, actor: string): void {
    this.#followUp(tx, open, actor);
    this.keepLines(tx, open.all, open.lines);
    this.orders.save(tx, open.order);
  }

  #followUp(tx: Tx, { order, all }: OpenTickets<LineState>, actor: string): void {
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
  keepLines(tx: Tx, all: readonly WholeTicket[], lines: readonly LineState[]): void {
    this.orders.keepKitchenStates(tx, lines, kitchenStatesOf(lines, all));
  }
}
