import { Injectable } from '@nestjs/common';
import { paymentStateOf } from '@comanda/shared';
import type { Tx } from '../platform/database/index.js';
import { rebill } from './domain/rebill.js';
import { OrderBook } from './order-book.js';
import { OrderLineEntity } from './order-line.entity.js';
import type { Order, OrderLine } from './order.js';

/** Changes the lines of an order that was placed already. The caller holds its lock and saves it. */
@Injectable()
export class LineChanges {
  constructor(private readonly book: OrderBook) {}

  /** Takes lines off the bill: they stay in the order at a price of nothing. */
  takeOff(tx: Tx, order: Order, lines: readonly OrderLine[], gone: ReadonlySet<string>, actor: string): void {
    const before = new Map(lines.map(({ id, totalMinor, taxMinor }) => [id, `${totalMinor} ${taxMinor}`]));
    for (const line of lines.filter(({ id }) => gone.has(id))) Object.assign(line, { totalMinor: 0, taxMinor: 0 });
    Object.assign(order, rebill(lines, order));
    const left = lines.filter(
      (line) => line.kind === 'dish' && !gone.has(line.id) && line.kitchenState !== 'cancelled',
    );
    order.itemCount = left.reduce((sum, { quantity }) => sum + quantity, 0);
    const { totalMinor, paidMinor } = order;
    // Money that was given back before stays given back, whatever the rest costs now.
    if (!isRefunded(order)) {
      order.paymentState = paymentStateOf({ totalMinor, paidMinor, authorisedMinor: 0, refundedMinor: 0 });
    }
    for (const { id, orderId, totalMinor: total, taxMinor } of lines) {
      if (before.get(id) === `${total} ${taxMinor}`) continue;
      tx.write(tx.table(OrderLineEntity).update({ totalMinor: total, taxMinor }, { orderId, id }));
    }
    this.book.record(tx, order, { type: 'order.changed', actor });
  }

  /** Gives a dish another note. */
  say(tx: Tx, order: Order, line: OrderLine, note: string, actor: string): void {
    line.note = note;
    tx.write(tx.table(OrderLineEntity).update({ note }, { orderId: line.orderId, id: line.id }));
    this.book.record(tx, order, { type: 'order.changed', actor });
  }
}

function isRefunded({ paymentState }: Order): boolean {
  return paymentState === 'partly-refunded' || paymentState === 'refunded';
}
