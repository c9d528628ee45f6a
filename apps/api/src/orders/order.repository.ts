import { Injectable } from '@nestjs/common';
import type { DailySalesView, OrderState } from '@comanda/shared';
import type { EntityManager } from 'typeorm';
import { idsSince } from '../platform/clock/index.js';
import {
  AskedTogether,
  Database,
  FOR_UPDATE,
  RoundTrip,
  sendTogether,
  Table,
  Tx,
  usingIndex,
} from '../platform/database/index.js';
import type { Statement } from '../platform/database/index.js';
import { OrderLineEntity } from './order-line.entity.js';
import { OrderEntity } from './order.entity.js';
import { PaymentEntity } from './payment.entity.js';

/** What a list of orders is narrowed to. */
export interface OrderFilter {
  readonly locationId: string;
  readonly states?: readonly OrderState[];
  readonly businessDate?: string;
  /** Only orders of the last two days. */
  readonly kitchenUnanswered?: boolean;
  /** Only orders made before the one with this id. */
  readonly before?: string;
  readonly limit: number;
}

/** More are hardly collected within the minutes for which they stay on the board. */
const RECENT_PICKUPS = 30;

/** How far the kitchen is with a line of an order, and below which one it stands. */
export type LineState = Pick<OrderLineEntity, 'orderId' | 'id' | 'parentId' | 'kitchenState'>;

/** An order with its lines in their order. */
export interface StoredOrder {
  readonly order: OrderEntity;
  readonly lines: OrderLineEntity[];
}

/** An order with what the kitchen knows of its lines. */
export interface StoredStates {
  readonly order: OrderEntity;
  readonly lines: LineState[];
}

/** An order's id as SQL with one `?`: for the id itself, or for its secret link. */
const ORDER_BY = { id: '?', trackingToken: '(SELECT id FROM orders WHERE trackingToken = ?)' } as const;

/** The lines of an order in their order. */
const IN_PLACE = ' ORDER BY position';

const TWO_DAYS_MS = 2 * 86_400_000;

const NOT_SOLD: readonly OrderState[] = ['cancelled', 'rejected', 'expired', 'pending-payment'];

@Injectable()
export class OrderRepository {
  /** Hundreds of guests look at their orders while some are read. */
  readonly #byToken = new AskedTogether((tokens) => this.#manyByToken(tokens));

  constructor(private readonly database: Database) {}

  /** Inserts both, as they are by then, when the transaction ends. */
  insert(tx: Tx, order: OrderEntity, lines: readonly OrderLineEntity[]): void {
    tx.insert(OrderEntity, [order]);
    tx.insert(OrderLineEntity, lines);
  }

  async lock(tx: Tx, id: string): Promise<OrderEntity | null> {
    const table = tx.table(OrderEntity);
    const [rows = []] = await tx.send([table.select(`id = ?${FOR_UPDATE}`, [id])]);
    return rows[0] ? table.readToChange(rows[0]) : null;
  }

  /** Locks an order and reads its lines with the next round trip. */
  lockWith(trip: RoundTrip, tx: Tx, id: string): () => StoredOrder | null {
    const [orders, lines] = [tx.table(OrderEntity), tx.table(OrderLineEntity)];
    const found = trip.add(orders.select(`id = ?${FOR_UPDATE}`, [id]));
    const below = trip.add(lines.select('orderId = ? ORDER BY position', [id]));
    return () => {
      const [row] = found();
      return row ? { order: orders.readToChange(row), lines: below().map((each) => lines.read(each)) } : null;
    };
  }

  /** Locks an order and reads how far its lines are with the next round trip. */
  lockWithStates(trip: RoundTrip, tx: Tx, id: string): () => StoredStates | null {
    const orders = tx.table(OrderEntity);
    const found = trip.add(orders.select(`id = ?${FOR_UPDATE}`, [id]));
    const sql = 'SELECT orderId, id, parentId, kitchenState FROM order_lines WHERE orderId = ? ORDER BY position';
    const below = trip.add({ sql, values: [id] });
    return () => {
      const [row] = found();
      return row ? { order: orders.readToChange(row), lines: below().map((each) => ({ ...each }) as LineState) } : null;
    };
  }

  /** Writes what has changed of the order by now when the transaction ends. */
  save(tx: Tx, order: OrderEntity): void {
    tx.write(...tx.table(OrderEntity).change(order, { id: order.id }));
  }

  /** Writes the kitchen states of lines of one order when the transaction ends, those of one state together. */
  saveKitchenStates(tx: Tx, lines: readonly LineState[]): void {
    for (const [kitchenState, own] of Map.groupBy(lines, (line) => line.kitchenState)) {
      const marks = own.map(() => '?').join(', ');
      tx.write({
        sql: `UPDATE order_lines SET kitchenState = ? WHERE orderId = ? AND id IN (${marks})`,
        values: [kitchenState, own[0]?.orderId, ...own.map(({ id }) => id)],
      });
    }
  }

  async addPayment(tx: Tx, payment: PaymentEntity): Promise<void> {
    await tx.manager.insert(PaymentEntity, payment);
  }

  async find(id: string, manager: EntityManager = this.database.reader): Promise<OrderEntity | null> {
    return manager.findOneBy(OrderEntity, { id });
  }

  /** In one round trip. */
  async findWhole(by: keyof typeof ORDER_BY, value: string, tx?: EntityManager): Promise<StoredOrder | null> {
    if (!tx && by === 'trackingToken') return this.#byToken.find(value);
    const manager = tx ?? this.database.reader;
    const [orders, lines] = [Table.of(manager, OrderEntity), Table.of(manager, OrderLineEntity)];
    const [found = [], below = []] = await sendTogether(manager, [
      orders.select(`\`${by}\` = ?`, [value]),
      lines.select(`orderId = ${ORDER_BY[by]} ORDER BY position`, [value]),
    ]);
    return found[0] ? { order: orders.read(found[0]), lines: below.map((row) => lines.read(row)) } : null;
  }

  async #manyByToken(tokens: readonly string[]): Promise<Map<string, StoredOrder>> {
    const manager = this.database.reader;
    const [orders, lines] = [Table.of(manager, OrderEntity), Table.of(manager, OrderLineEntity)];
    const marks = tokens.map(() => '?').join(', ');
    const [found = [], below = []] = await sendTogether(manager, [
      orders.select(`trackingToken IN (${marks})`, tokens),
      lines.selectBelow(`SELECT id AS chosenId FROM orders WHERE trackingToken IN (${marks})`, 'orderId', {
        rest: IN_PLACE,
        values: tokens,
      }),
    ]);
    const byOrder = Map.groupBy(below, ({ orderId }) => orderId);
    const whole = found.map((row) => ({
      order: orders.read(row),
      lines: (byOrder.get(row['id']) ?? []).map((line) => lines.read(line)),
    }));
    return new Map(whole.map((each) => [each.order.trackingToken, each]));
  }

  async findMany(ids: readonly string[]): Promise<OrderEntity[]> {
    if (ids.length === 0) return [];
    return select(this.database.reader, OrderEntity, `id IN (${ids.map(() => '?').join(', ')}) ORDER BY id`, ids);
  }

  async listLines(orderId: string, manager: EntityManager = this.database.reader): Promise<OrderLineEntity[]> {
    return select(manager, OrderLineEntity, 'orderId = ? ORDER BY position', [orderId]);
  }

  async listPayments(orderId: string, manager: EntityManager = this.database.reader): Promise<PaymentEntity[]> {
    return select(manager, PaymentEntity, 'orderId = ? ORDER BY id', [orderId]);
  }

  /** What was given back for some orders, the first first. */
  async listRefunds(
    orderIds: readonly string[],
    manager: EntityManager = this.database.reader,
  ): Promise<PaymentEntity[]> {
    if (orderIds.length === 0) return [];
    const marks = orderIds.map(() => '?').join(', ');
    return select(manager, PaymentEntity, `orderId IN (${marks}) AND amountMinor < 0 ORDER BY id`, orderIds);
  }

  /** In the order of their making; who holds the sitting's lock sees all of them. */
  async listIdsOfSitting(tx: Tx, sittingId: string): Promise<string[]> {
    const sql = 'SELECT id FROM orders WHERE sittingId = ? ORDER BY id';
    const [rows = []] = await tx.send([{ sql, values: [sittingId] }]);
    return rows.map((row) => String(row['id']));
  }

  /** Null when nothing was ordered. */
  async lastRoundAt(tx: Tx, sittingId: string): Promise<number | null> {
    const sql = 'SELECT MAX(placedAt) AS placedAt FROM orders WHERE sittingId = ?';
    const [[row] = []] = await tx.send([{ sql, values: [sittingId] }]);
    const placedAt = row?.['placedAt'];
    return placedAt === null || placedAt === undefined ? null : Number(placedAt);
  }

  /** The rounds of some sittings, the oldest first, in one round trip. */
  async listOfSittings(
    sittingIds: readonly string[],
    manager: EntityManager = this.database.reader,
  ): Promise<StoredOrder[]> {
    return this.#listWhole('sittingId', sittingIds, manager);
  }

  /** The orders with these ids, the oldest first, in one round trip. */
  async findManyWhole(ids: readonly string[]): Promise<StoredOrder[]> {
    return this.#listWhole('id', ids, this.database.reader);
  }

  async #listWhole(by: 'id' | 'sittingId', values: readonly string[], manager: EntityManager): Promise<StoredOrder[]> {
    if (values.length === 0) return [];
    const marks = values.map(() => '?').join(', ');
    const [orders, lines] = [Table.of(manager, OrderEntity), Table.of(manager, OrderLineEntity)];
    const [found = [], below = []] = await sendTogether(manager, [
      orders.select(`${by} IN (${marks}) ORDER BY id`, values),
      lines.selectBelow(`SELECT id AS chosenId FROM orders WHERE ${by} IN (${marks})`, 'orderId', {
        rest: IN_PLACE,
        values,
      }),
    ]);
    const byOrder = Map.groupBy(
      below.map((row) => lines.read(row)),
      ({ orderId }) => orderId,
    );
    return found.map((row) => {
      const order = orders.read(row);
      return { order, lines: byOrder.get(order.id) ?? [] };
    });
  }

  /** Orders to be picked up: all open ones, and the newest of those that were handed over. */
  async listPickups(locationId: string): Promise<OrderEntity[]> {
    const { reader } = this.database;
    const open = `locationId = ? AND fulfilment = 'pickup' AND state IN ('accepted', 'in-kitchen', 'ready')`;
    const done = `locationId = ? AND fulfilment = 'pickup' AND state = 'completed' ORDER BY id DESC LIMIT ?`;
    const table = Table.of(reader, OrderEntity);
    const found = await sendTogether(reader, [
      table.select(open, [locationId]),
      table.select(done, [locationId, RECENT_PICKUPS]),
    ]);
    return found.flat().map((row) => table.read(row));
  }

  /** Which dishes the latest orders of a restaurant have, those apart that were not sold. */
  async listDishesOfLatest(locationId: string, orders: number): Promise<{ orderId: string; itemId: string }[]> {
    const { reader } = this.database;
    const marks = NOT_SOLD.map(() => '?').join(', ');
    const latest = `SELECT id AS chosenId FROM orders${usingIndex('orders_by_day')} WHERE locationId = ? AND state NOT IN (${marks}) ORDER BY businessDate DESC, id DESC LIMIT ?`;
    const lines = Table.of(reader, OrderLineEntity).selectBelow(latest, 'orderId', {
      rest: " WHERE kind = 'dish' AND parentId IS NULL",
      values: [locationId, ...NOT_SOLD, orders],
      columns: ['orderId', 'itemId'],
    });
    const [rows = []] = await sendTogether(reader, [lines]);
    return rows.map(({ orderId, itemId }) => ({ orderId: String(orderId), itemId: String(itemId) }));
  }

  /** Ids of orders for later whose time has come, the most urgent first. */
  async listDue(nowMs: number, limit: number): Promise<string[]> {
    const sql = `SELECT o.id FROM locations l JOIN orders o ON o.locationId = l.id AND o.state = 'scheduled' WHERE o.dueAt <= ? ORDER BY o.dueAt LIMIT ?`;
    const [rows = []] = await sendTogether(this.database.reader, [{ sql, values: [nowMs, limit] }]);
    return rows.map(({ id }) => String(id));
  }

  /** The newest first; one more than asked for when there are more. */
  async list(filter: OrderFilter): Promise<OrderEntity[]> {
    const { sql, values } = conditionOf(filter);
    const rest = `${sql} ORDER BY id DESC LIMIT ${String(filter.limit + 1)}`;
    return select(this.database.reader, OrderEntity, rest, values);
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

async function select<T extends object>(
  manager: EntityManager,
  entity: new () => T,
  rest: string,
  values: readonly unknown[],
): Promise<T[]> {
  const table = Table.of(manager, entity);
  const [rows = []] = await sendTogether(manager, [table.select(rest, values)]);
  return rows.map((row) => table.read(row));
}

function conditionOf({ locationId, states, businessDate, kitchenUnanswered, before }: OrderFilter): Statement {
  const conditions: (readonly [sql: string, values: readonly unknown[]])[] = [['locationId = ?', [locationId]]];
  if (states) conditions.push([`state IN (${states.map(() => '?').join(', ')})`, states]);
  if (businessDate !== undefined) conditions.push(['businessDate = ?', [businessDate]]);
  if (kitchenUnanswered !== undefined) {
    conditions.push(
      ['kitchenUnanswered = ?', [Number(kitchenUnanswered)]],
      ['id > ?', [idsSince(Date.now() - TWO_DAYS_MS)]],
    );
  }
  if (before !== undefined) conditions.push(['id < ?', [before]]);
  return { sql: conditions.map(([sql]) => sql).join(' AND '), values: conditions.flatMap(([, values]) => values) };
}
