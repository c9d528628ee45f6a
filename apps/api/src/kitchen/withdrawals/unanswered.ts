import { Injectable } from '@nestjs/common';
import { KITCHEN_ANSWER_SECONDS } from '@comanda/shared';
import { OrderBook } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { unacknowledged } from '../domain/withdrawing.js';
import { TicketBook } from '../ticket/ticket-book.js';
import type { TicketLineEntity } from '../ticket/ticket-line.entity.js';
import { TicketRepository } from '../ticket/ticket.repository.js';

const AT_ONCE = 50;

/** Cancellations and changes that no cook has answered in time: everybody who watches the orders is told. */
@Injectable()
export class Unanswered {
  constructor(
    private readonly repository: TicketRepository,
    private readonly book: TicketBook,
    private readonly orders: OrderBook,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Each is told once, whichever process sees it first: the order's lock decides. */
  async escalateAll(): Promise<void> {
    const late = await this.repository.listUnanswered(this.clock.now(), AT_ONCE);
    for (const orderId of new Set(late.map((ticket) => ticket.orderId))) {
      await this.transactions.run((tx) => this.#escalate(tx, orderId));
    }
  }

  async #escalate(tx: Tx, orderId: string): Promise<void> {
    const { order, all } = await this.book.open(tx, orderId);
    const now = this.clock.now();
    const late = all.filter(({ lines }) => markLate(lines, now));
    if (late.length === 0) return;
    for (const whole of late) this.book.keep(tx, order, whole, { type: 'ticket.escalated', actor: 'system' });
    order.kitchenUnanswered = true;
    this.orders.record(tx, order, { type: 'order.escalated', actor: 'system' });
    this.orders.save(tx, order);
  }
}

function markLate(lines: readonly TicketLineEntity[], now: number): boolean {
  const late = unacknowledged(lines).filter(({ withdrawal }) => {
    const dueAt = Date.parse(withdrawal?.at ?? '') + KITCHEN_ANSWER_SECONDS * 1000;
    return withdrawal?.escalatedAt === undefined && dueAt <= now;
  });
  const escalatedAt = new Date(now).toISOString();
  for (const line of late) line.withdrawal = line.withdrawal && { ...line.withdrawal, escalatedAt };
  return late.length > 0;
}
