import { Injectable } from '@nestjs/common';
import type { OrderMovedFact } from '@comanda/shared';
import type { Tx } from '../platform/database/index.js';
import { OrderBook } from './order-book.js';
import { OrderHooks } from './order-hooks.js';
import { OrderRepository } from './order.repository.js';

/** Where the rounds of a sitting go, and by whom. */
export interface OrderMove {
  readonly sittingId: string;
  readonly table: { readonly id: string; readonly name: string };
  readonly actor: string;
}

/** Takes rounds to another table or sitting. Nothing of them is made again: only where they are carried changes. */
@Injectable()
export class OrderMoving {
  constructor(
    private readonly book: OrderBook,
    private readonly hooks: OrderHooks,
    private readonly repository: OrderRepository,
  ) {}

  /** Moves all rounds of a sitting whose lock the caller holds. */
  async moveAll(tx: Tx, fromSittingId: string, move: OrderMove): Promise<void> {
    for (const id of await this.repository.listIdsOfSitting(tx, fromSittingId)) await this.#move(tx, id, move);
  }

  async #move(tx: Tx, id: string, { sittingId, table, actor }: OrderMove): Promise<void> {
    const order = await this.book.lock(tx, id);
    const from = order.tableName;
    Object.assign(order, { sittingId, tableId: table.id, tableName: table.name });
    const more: Omit<OrderMovedFact, 'order'> = from === null ? {} : { fromTableName: from };
    this.book.record(tx, order, { type: 'order.moved', actor, more });
    await this.hooks.run('moved', tx, { order, lines: await this.book.lines(tx, id), actor });
    this.book.save(tx, order);
  }
}
