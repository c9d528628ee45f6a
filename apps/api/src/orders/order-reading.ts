import { Injectable } from '@nestjs/common';
import type {
  DailySalesView,
  OrderState,
  OrderSummaryView,
  OrderView,
  Page,
  PickupBoardView,
  StaffOrderView,
} from '@comanda/shared';
import type { EntityManager } from 'typeorm';
import { LocationDirectory } from '../locations/index.js';
import type { Tx } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import { fromCursor, toCursor } from './domain/cursor.js';
import { pickupNumbers } from './domain/pickup-numbers.js';
import type { Order } from './order.js';
import { OrderRepository } from './order.repository.js';
import type { StoredOrder } from './order.repository.js';
import { toOrderSummaryView, toOrderView, toStaffOrderView, toTrackedOrderView } from './order.view.js';
import type { WholeOrder } from './order.view.js';

export interface OrderQuery {
  readonly states?: readonly OrderState[];
  readonly businessDate?: string;
  readonly kitchenUnanswered?: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

type Ordered = Pick<StoredOrder, 'order'>;

/** Reads orders for guests and staff. Somebody else's order does not exist. */
@Injectable()
export class OrderReading {
  constructor(
    private readonly repository: OrderRepository,
    private readonly locations: LocationDirectory,
  ) {}

  /** Throws `not_found` for an unknown link. */
  async byToken(token: string): Promise<Order> {
    const order = await this.findByToken(token);
    if (!order) throw unknownLink();
    return order;
  }

  /** In a transaction pass its manager. */
  async findByToken(token: string, manager?: EntityManager): Promise<Order | null> {
    return (await this.repository.findWhole('trackingToken', token, manager))?.order ?? null;
  }

  /** By the tracking link. In a transaction pass its manager. */
  async forGuest(token: string, manager?: EntityManager): Promise<OrderView> {
    const stored = await this.repository.findWhole('trackingToken', token, manager);
    if (!stored) throw unknownLink();
    const refunds = await this.#refundsOf([stored], manager);
    return toTrackedOrderView({ ...(await this.#whole(stored)), refunds: refunds(stored) });
  }

  async forStaff(locationId: string, id: string, manager?: EntityManager): Promise<StaffOrderView> {
    const stored = await this.repository.findWhole('id', id, manager);
    if (stored?.order.locationId !== locationId) throw new DomainError('not_found', 'There is no such order.');
    return toStaffOrderView(await this.#whole(stored), await this.repository.listPayments(id, manager));
  }

  /** The rounds of some sittings, the oldest first. In a transaction pass its manager. */
  async rounds(locationId: string, sittingIds: readonly string[], manager?: EntityManager): Promise<WholeOrder[]> {
    const location = await this.locations.recent(locationId);
    const stored = await this.repository.listOfSittings(sittingIds, manager);
    return stored.map((each) => ({ ...each, location }));
  }

  /** When the guests of a sitting ordered last; null when nothing was ordered. */
  readonly lastRoundAt = (tx: Tx, sittingId: string): Promise<number | null> =>
    this.repository.lastRoundAt(tx, sittingId);

  /** As guests may see them. */
  async roundViews(locationId: string, sittingId: string, manager?: EntityManager): Promise<OrderView[]> {
    const rounds = await this.rounds(locationId, [sittingId], manager);
    const refunds = await this.#refundsOf(rounds, manager);
    return rounds.map((round) => toOrderView({ ...round, refunds: refunds(round) }));
  }

  async list(locationId: string, { cursor, limit, ...filter }: OrderQuery): Promise<Page<OrderSummaryView>> {
    const before = readCursor(cursor);
    const rows = await this.repository.list({
      locationId,
      ...filter,
      limit,
      ...(before === undefined ? {} : { before }),
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const hasMore = rows.length > limit;
    return {
      data: page.map(toOrderSummaryView),
      hasMore,
      ...(hasMore && last ? { nextCursor: toCursor(last.id) } : {}),
    };
  }

  /** The orders with these ids in full, the oldest first. */
  async whole(ids: readonly string[]): Promise<WholeOrder[]> {
    const stored = await this.repository.findManyWhole(ids);
    return Promise.all(stored.map((each) => this.#whole(each)));
  }

  /** The same as their guests see them. */
  async views(ids: readonly string[]): Promise<OrderView[]> {
    return (await this.whole(ids)).map(toOrderView);
  }

  /** The orders with these ids, the oldest first. */
  async summaries(ids: readonly string[]): Promise<OrderSummaryView[]> {
    return (await this.repository.findMany(ids)).map(toOrderSummaryView);
  }

  /** The numbers of orders to be picked up, by how far they are at `now`. */
  async pickupNumbers(locationId: string, now: number): Promise<Omit<PickupBoardView, 'at'>> {
    return pickupNumbers(await this.repository.listPickups(locationId), now);
  }

  dailySales(locationId: string, from: string, to: string): Promise<DailySalesView[]> {
    return this.repository.dailySales(locationId, from, to);
  }

  /** Of most orders nothing was ever given back: those that nobody paid are not asked about. */
  async #refundsOf(orders: readonly Ordered[], manager?: EntityManager) {
    const paid = orders.filter(({ order }) => order.paymentState !== 'unpaid').map(({ order }) => order.id);
    const byOrder = Map.groupBy(await this.repository.listRefunds(paid, manager), ({ orderId }) => orderId);
    return ({ order }: Ordered) => byOrder.get(order.id) ?? [];
  }

  async #whole(stored: StoredOrder): Promise<WholeOrder> {
    return { ...stored, location: await this.locations.recent(stored.order.locationId) };
  }
}

/** The id in a cursor; throws `invalid_query` when it is none of ours. */
export function readCursor(cursor: string | undefined): string | undefined {
  const id = cursor === undefined ? undefined : fromCursor(cursor);
  if (cursor === undefined || id !== undefined) return id;
  const detail = 'Use the nextCursor of an earlier page, or leave it out.';
  throw new DomainError('invalid_query', detail, [{ pointer: '#query/cursor', code: 'unknown_cursor', detail }]);
}

function unknownLink(): DomainError {
  return new DomainError('not_found', 'This link has expired or was mistyped.');
}
