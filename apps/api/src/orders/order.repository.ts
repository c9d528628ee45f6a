import { Injectable } from '@nestjs/common';
import type { DailySalesView, OrderState, TicketLineState } from '@comanda/shared';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { Database, Tx } from '../platform/database/index.js';
import { OrderLineEntity } from './order-line.entity.js';
import { OrderEntity } from './order.entity.js';
import { PaymentEntity } from './payment.entity.js';

/** What a list of orders is narrowed to; instants in milliseconds. */
export interface OrderFilter {
  readonly locationId: string;
  readonly states?: readonly OrderState[];
  readonly businessDate?: string;
  readonly placedFrom?: number;
  readonly placedUntil?: number;
  /** Only orders made before the one with this id. */
  readonly before?: string;
  readonly limit: number;
}

/** More are hardly collected within the minutes for which they stay on the board. */
const RECENT_PICKUPS = 30;

const NOT_SOLD: readonly OrderState[] = ['cancelled', 'rejected', 'expired', 'pending-payment'];

@Injectable()
export class OrderRepository {
  constructor(private readonly database: Database) {}

  /** Inserts both, as they are by then, when the transaction ends. */
  insert(tx: Tx, order: OrderEntity, lines: readonly OrderLineEntity[]): void {
    tx.insert(OrderEntity, [order]);
    tx.insert(OrderLineEntity, lines);
  }

  async lock(tx: Tx, id: string): Promise<OrderEntity | null> {
    return tx.locking(tx.manager.createQueryBuilder(OrderEntity, 'o').where('o.id = :id', { id })).getOne();
  }

  async save(tx: Tx, order: OrderEntity): Promise<void> {
    const { id, ...values } = order;
    await tx.manager.update(OrderEntity, { id }, values);
  }

  async setKitchenState(tx: Tx, lineIds: readonly string[], kitchenState: TicketLineState): Promise<void> {
    if (lineIds.length > 0) await tx.manager.update(OrderLineEntity, { id: In([...lineIds]) }, { kitchenState });
  }

  async addPayment(tx: Tx, payment: PaymentEntity): Promise<void> {
    await tx.manager.insert(PaymentEntity, payment);
  }

  async find(id: string, manager: EntityManager = this.database.reader): Promise<OrderEntity | null> {
    return manager.findOneBy(OrderEntity, { id });
  }

  async findByToken(trackingToken: string, manager: EntityManager = this.database.reader): Promise<OrderEntity | null> {
    return manager.findOneBy(OrderEntity, { trackingToken });
  }

  async findMany(ids: readonly string[]): Promise<OrderEntity[]> {
    return ids.length === 0
      ? []
      : this.database.reader.find(OrderEntity, { where: { id: In([...ids]) }, order: { id: 'ASC' } });
  }

  async listLines(orderId: string, manager: EntityManager = this.database.reader): Promise<OrderLineEntity[]> {
    return manager.find(OrderLineEntity, { where: { orderId }, order: { position: 'ASC' } });
  }

  async listPayments(orderId: string, manager: EntityManager = this.database.reader): Promise<PaymentEntity[]> {
    return manager.find(PaymentEntity, { where: { orderId }, order: { id: 'ASC' } });
  }

  /** Orders to be picked up: all open ones, and the newest of those that were handed over. */
  async listPickups(locationId: string): Promise<OrderEntity[]> {
    const { reader } = this.database;
    const pickup = { locationId, fulfilment: 'pickup' as const };
    const open = await reader.findBy(OrderEntity, { ...pickup, state: In(['accepted', 'in-kitchen', 'ready']) });
    const done = await reader.find(OrderEntity, {
      where: { ...pickup, state: 'completed' },
      order: { id: 'DESC' },
      take: RECENT_PICKUPS,
    });
    return [...open, ...done];
  }

  /** The newest first; one more than asked for when there are more. */
  async list(filter: OrderFilter): Promise<OrderEntity[]> {
    const query = this.database.reader
      .createQueryBuilder(OrderEntity, 'o')
      .where('o.locationId = :locationId', { locationId: filter.locationId })
      .orderBy('o.id', 'DESC')
      .take(filter.limit + 1);
    if (filter.states) query.andWhere('o.state IN (:...states)', { states: filter.states });
    if (filter.businessDate !== undefined) query.andWhere('o.businessDate = :date', { date: filter.businessDate });
    if (filter.placedFrom !== undefined) query.andWhere('o.placedAt >= :from', { from: filter.placedFrom });
    if (filter.placedUntil !== undefined) query.andWhere('o.placedAt < :until', { until: filter.placedUntil });
    if (filter.before !== undefined) query.andWhere('o.id < :before', { before: filter.before });
    return query.getMany();
  }

  /** One row a business date, oldest first; orders that were not sold do not count. */
  async dailySales(locationId: string, from: string, to: string): Promise<DailySalesView[]> {
    const rows = await this.database.reader
      .createQueryBuilder(OrderEntity, 'o')
      .select('o.businessDate', 'businessDate')
      .addSelect('COUNT(*)', 'orders')
      .addSelect('SUM(o.totalMinor)', 'revenueMinor')
      .addSelect('SUM(o.ticketCount)', 'tickets')
      .where('o.locationId = :locationId AND o.businessDate BETWEEN :from AND :to', { locationId, from, to })
      .andWhere('o.state NOT IN (:...states)', { states: NOT_SOLD })
      .groupBy('o.businessDate')
      .orderBy('o.businessDate', 'ASC')
      .getRawMany<Record<keyof DailySalesView, string>>();
    return rows.map((row) => ({
      businessDate: row.businessDate,
      orders: Number(row.orders),
      revenueMinor: Number(row.revenueMinor),
      tickets: Number(row.tickets),
    }));
  }
}
