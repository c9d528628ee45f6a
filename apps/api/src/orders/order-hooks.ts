import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/index.js';
import type { CancelledTurn, FiredTurn, OrderTurn, RefiredTurn, SettledTurn } from './order.js';

/** What the listeners of each turn are told. */
interface Turns {
  readonly fired: FiredTurn;
  readonly cancelled: CancelledTurn;
  readonly settled: SettledTurn;
  readonly refired: RefiredTurn;
  readonly 'handed-over': OrderTurn;
  /** To another table: `order.tableName` says which. */
  readonly moved: OrderTurn;
  /** Whose it was is forgotten: what others keep of the person goes too. */
  readonly forgotten: OrderTurn;
}

type Listener<Name extends keyof Turns> = (tx: Tx, turn: Turns[Name]) => Promise<void> | void;

/** Lets modules that know orders take part in an order's transaction without orders knowing them. */
@Injectable()
export class OrderHooks {
  readonly #listeners: { readonly [Name in keyof Turns]: Listener<Name>[] } = {
    fired: [],
    cancelled: [],
    settled: [],
    refired: [],
    'handed-over': [],
    moved: [],
    forgotten: [],
  };

  /** `listener` runs inside the transaction; what it throws undoes the whole. It may change the lines' kitchen states. */
  on<Name extends keyof Turns>(name: Name, listener: Listener<Name>): void {
    this.#listeners[name].push(listener);
  }

  async run<Name extends keyof Turns>(name: Name, tx: Tx, turn: Turns[Name]): Promise<void> {
    for (const listener of this.#listeners[name]) await listener(tx, turn);
  }
}
