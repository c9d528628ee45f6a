import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/index.js';
import { OrderBook } from './order-book.js';
import { OrderHooks } from './order-hooks.js';
import type { FiredTurn } from './order.js';

/** Accepts an order and sends it to the kitchen, at once or by hand. The caller saves the order. */
@Injectable()
export class Accepting {
  constructor(
    private readonly book: OrderBook,
    private readonly hooks: OrderHooks,
  ) {}

  async accept(tx: Tx, turn: FiredTurn): Promise<void> {
    const { order, actor } = turn;
    this.book.move(order, 'accept');
    this.book.record(tx, order, { type: 'order.accepted', actor });
    this.book.move(order, 'fire');
    this.book.record(tx, order, { type: 'order.fired', actor });
    await this.hooks.run('fired', tx, turn);
  }
}
