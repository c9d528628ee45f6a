import { Injectable } from '@nestjs/common';
import { LocationDirectory } from '../locations/index.js';
import { Clock } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import { OrderBook } from './order-book.js';
import { OrderHooks } from './order-hooks.js';
import type { FiredTurn, Order } from './order.js';

/** Accepts an order: it goes to the kitchen, or waits for its time. The caller saves the order. */
@Injectable()
export class Accepting {
  constructor(
    private readonly book: OrderBook,
    private readonly hooks: OrderHooks,
    private readonly locations: LocationDirectory,
    private readonly clock: Clock,
  ) {}

  /** At once or by hand. */
  async accept(tx: Tx, turn: FiredTurn): Promise<void> {
    const { order, actor } = turn;
    if (order.dueAt !== null && order.dueAt > this.clock.now()) {
      this.book.move(order, 'schedule');
      return this.book.record(tx, order, { type: 'order.scheduled', actor });
    }
    this.book.move(order, 'accept');
    await this.#fire(tx, turn);
  }

  /** The time of an order that waited for it has come. */
  async becomeDue(tx: Tx, turn: FiredTurn): Promise<void> {
    this.book.move(turn.order, 'become-due');
    await this.#fire(tx, turn);
  }

  /** The same for an order that is stored already: what it does to the lines is written too. */
  async forStored(tx: Tx, order: Order, actor: string, step: 'accept' | 'becomeDue'): Promise<void> {
    const lines = await this.book.lines(tx, order.id);
    const before = new Map(lines.map((line) => [line.id, line.kitchenState]));
    await this[step](tx, {
      order,
      lines,
      actor,
      location: await this.locations.get(order.locationId, tx.manager),
      stations: await this.locations.stations(order.locationId, tx.manager),
    });
    const after = new Map(lines.map((line) => [line.id, line.kitchenState]));
    for (const line of lines) line.kitchenState = before.get(line.id) ?? line.kitchenState;
    this.book.keepKitchenStates(tx, lines, after);
    this.book.save(tx, order);
  }

  async #fire(tx: Tx, turn: FiredTurn): Promise<void> {
    const { order, actor } = turn;
    this.book.record(tx, order, { type: 'order.accepted', actor });
    this.book.move(order, 'fire');
    this.book.record(tx, order, { type: 'order.fired', actor });
    await this.hooks.run('fired', tx, turn);
  }
}
