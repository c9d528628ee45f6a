import { Injectable } from '@nestjs/common';
import type { GuestOrderPage, GuestOrderView, OrderView } from '@comanda/shared';
import { In, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { OrderReading, readCursor, toCursor } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, databaseFault, Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import { GuestOrderEntity } from './guest-order.entity.js';
import { toGuestOrderView } from './guest-order.view.js';

export interface HistoryQuery {
  readonly cursor?: string;
  readonly limit: number;
}

/** The orders that guests keep in their accounts. An order is in one account at most; whoever has its link keeps it. */
@Injectable()
export class KeptOrders {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly orders: OrderReading,
    private readonly clock: Clock,
  ) {}

  /** Keeping it twice is keeping it. Throws `not_found` for an unknown link, `already_exists` for another account's. */
  async keep(guestId: string, trackingToken: string): Promise<GuestOrderView> {
    const { id } = await this.orders.byToken(trackingToken);
    try {
      await this.transactions.run(async (tx) => {
        const kept = await tx.manager.findOneBy(GuestOrderEntity, { orderId: id });
        if (!kept) await tx.manager.insert(GuestOrderEntity, { orderId: id, guestId, keptAt: this.clock.now() });
      });
    } catch (error) {
      if (databaseFault(error) !== 'duplicate') throw error;
    }
    const owner = await this.database.reader.findOneBy(GuestOrderEntity, { orderId: id });
    if (owner?.guestId !== guestId) {
      throw new DomainError('already_exists', 'This order is kept in another account.');
    }
    const [view] = await this.#views([id]);
    if (!view) throw new DomainError('not_found', 'There is no such order.');
    return view;
  }

  /** The same where it is only a courtesy: of an order that is not there, or somebody else's, nothing is said. */
  async keepIfFree(tx: Tx, guestId: string, trackingToken: string): Promise<void> {
    const order = await this.orders.findByToken(trackingToken, tx.manager);
    if (!order || (await tx.manager.existsBy(GuestOrderEntity, { orderId: order.id }))) return;
    await tx.manager.insert(GuestOrderEntity, { orderId: order.id, guestId, keptAt: this.clock.now() });
  }

  /** The newest first. */
  async list(guestId: string, { cursor, limit }: HistoryQuery): Promise<GuestOrderPage> {
    const before = readCursor(cursor);
    const rows = await this.database.reader.find(GuestOrderEntity, {
      where: { guestId, ...(before === undefined ? {} : { orderId: LessThan(before) }) },
      order: { orderId: 'DESC' },
      take: limit + 1,
    });
    const ids = rows.slice(0, limit).map(({ orderId }) => orderId);
    const last = ids.at(-1);
    const hasMore = rows.length > limit;
    const data = await this.#views(ids);
    return { data, hasMore, ...(hasMore && last !== undefined ? { nextCursor: toCursor(last) } : {}) };
  }

  /** All of them as the guest has seen them, the oldest first. */
  async export(guestId: string): Promise<OrderView[]> {
    return this.orders.views(await this.idsOf(guestId));
  }

  /** In a transaction pass its manager. */
  async idsOf(guestId: string, manager: EntityManager = this.database.reader): Promise<string[]> {
    const rows = await manager.find(GuestOrderEntity, { where: { guestId }, order: { orderId: 'ASC' } });
    return rows.map(({ orderId }) => orderId);
  }

  async forget(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.manager.delete(GuestOrderEntity, { orderId: In([...ids]) });
  }

  async #views(ids: readonly string[]): Promise<GuestOrderView[]> {
    return (await this.orders.whole(ids)).map(toGuestOrderView).reverse();
  }
}
