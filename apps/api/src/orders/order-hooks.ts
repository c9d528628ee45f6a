import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/index.js';
import type { OrderTurn } from './order.js';

type Listener = (tx: Tx, turn: OrderTurn) => Promise<void>;

export type OrderTurnName = 'fired' | 'cancelled' | 'handed-over';

/** Lets modules that know orders take part in an order's transaction without orders knowing them. */
@Injectable()
export class OrderHooks {
  readonly #listeners = new Map<OrderTurnName, Listener[]>();

  /** `listener` runs inside the transaction; what it throws undoes the whole. It may change the lines' kitchen states. */
  on(turn: OrderTurnName, listener: Listener): void {
    this.#listeners.set(turn, [...(this.#listeners.get(turn) ?? []), listener]);
  }

  async run(name: OrderTurnName, tx: Tx, turn: OrderTurn): Promise<void> {
    for (const listener of this.#listeners.get(name) ?? []) await listener(tx, turn);
  }
}
