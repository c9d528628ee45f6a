import { Injectable } from '@nestjs/common';
import type { LineReplacedFact, Minor } from '@comanda/shared';
import type { Tx } from '../platform/database/index.js';
import { amountsOf, restate } from './domain/restate.js';
import type { Exchange } from './domain/restate.js';
import { OrderBook } from './order-book.js';
import { OrderLineEntity } from './order-line.entity.js';
import type { Order, OrderLine } from './order.js';

interface Replacing extends Required<Exchange<OrderLine>> {
  /** In whose place the others come. */
  readonly dish: OrderLine;
  readonly actor: string;
}

/** Changes the lines of an order that was placed already. The caller holds its lock and saves it. */
@Injectable()
export class LineChanges {
  constructor(private readonly book: OrderBook) {}

  /** Takes lines off the bill: they stay in the order at a price of nothing. */
  takeOff(tx: Tx, order: Order, lines: readonly OrderLine[], gone: ReadonlySet<string>, actor: string): void {
    this.#restate(tx, order, { lines, gone });
    this.book.record(tx, order, { type: 'order.changed', actor });
  }

  /** The same, and others come in their place: one fact, which tells the difference in price. Gives this difference. */
  replace(tx: Tx, order: Order, { dish, actor, ...exchange }: Replacing): Minor {
    const before = order.totalMinor;
    this.#restate(tx, order, exchange);
    tx.insert(OrderLineEntity, exchange.added);
    const differenceMinor = order.totalMinor - before;
    const more: LineReplacedFact = { lineId: dish.id, instead: exchange.added[0]?.id ?? '', differenceMinor };
    this.book.record(tx, order, { type: 'order.changed', actor, more: { ...more } });
    return differenceMinor;
  }

  /** Gives a dish another note. */
  say(tx: Tx, order: Order, line: OrderLine, note: string, actor: string): void {
    line.note = note;
    tx.write(tx.table(OrderLineEntity).update({ note }, { orderId: line.orderId, id: line.id }));
    this.book.record(tx, order, { type: 'order.changed', actor });
  }

  #restate(tx: Tx, order: Order, exchange: Exchange<OrderLine>): void {
    const { lines } = exchange;
    const before = new Map(lines.map((line) => [line.id, amountsOf(line)]));
    Object.assign(order, restate(order, exchange));
    for (const line of lines) {
      if (before.get(line.id) === amountsOf(line)) continue;
      const { id, orderId, totalMinor, taxMinor } = line;
      tx.write(tx.table(OrderLineEntity).update({ totalMinor, taxMinor }, { orderId, id }));
    }
  }
}
