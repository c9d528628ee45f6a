import { Injectable } from '@nestjs/common';
import type { EventType, OrderCommand, TicketLineState } from '@comanda/shared';
import { nextOrderState } from '@comanda/shared';
import { Clock, toInstant } from '../platform/clock/index.js';
import type { RoundTrip, Tx } from '../platform/database/index.js';
import { EventLog } from '../platform/events/index.js';
import { DomainError } from '../platform/http/index.js';
import { OrderRepository } from './order.repository.js';
import type { LineState, StoredOrder, StoredStates } from './order.repository.js';
import { toOrderSummaryView } from './order.view.js';
import type { Order, OrderLine } from './order.js';

/** A fact about an order: who made it true, and what else the event tells. */
export interface OrderFact {
  readonly type: EventType;
  readonly actor: string;
  /** In place of the order. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Besides the order. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** What the caller takes the order for. */
interface Expected {
  readonly version?: number;
  readonly locationId?: string;
}

/** The one way to change an order: lock it, move it, record the facts, save it. */
@Injectable()
export class OrderBook {
  constructor(
    private readonly repository: OrderRepository,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found`, also for another location's order, and `version_mismatch` when it is not the expected version. */
  async lock(tx: Tx, id: string, expected: Expected = {}): Promise<Order> {
    return asExpected(await this.repository.lock(tx, id), expected);
  }

  /** The same with the next round trip, and with the order's lines. */
  lockWith(trip: RoundTrip, tx: Tx, id: string): (expected: Expected) => StoredOrder {
    const stored = this.repository.lockWith(trip, tx, id);
    return (expected) => {
      const { order = null, lines = [] } = stored() ?? {};
      return { order: asExpected(order, expected), lines };
    };
  }

  /** The same with no more of the lines than how far the kitchen is with them. */
  lockWithStates(trip: RoundTrip, tx: Tx, id: string): (expected: Expected) => StoredStates {
    const stored = this.repository.lockWithStates(trip, tx, id);
    return (expected) => {
      const { order = null, lines = [] } = stored() ?? {};
      return { order: asExpected(order, expected), lines };
    };
  }

  async lines(tx: Tx, orderId: string): Promise<OrderLine[]> {
    return this.repository.listLines(orderId, tx.manager);
  }

  /** Moves the order by a command of the state table and notes it in the timeline; throws `invalid_transition`. */
  move(order: Order, command: OrderCommand): void {
    const state = nextOrderState(order.state, command);
    if (!state) {
      throw new DomainError(
        'invalid_transition',
        `The order is ${order.state}: this is not possible any more, or not yet.`,
      );
    }
    order.state = state;
    order.timeline = [...order.timeline, { state, at: toInstant(this.clock.now()) }];
  }

  /** Adds a fact to the order's gapless row of events. The caller holds the lock and saves afterwards. */
  record(tx: Tx, order: Order, { type, actor, data, more }: OrderFact): void {
    order.version += 1;
    this.log.append(tx, {
      locationId: order.locationId,
      subject: { kind: 'order', id: order.id },
      seq: order.version,
      type,
      actor,
      data: data ?? { order: toOrderSummaryView(order), ...more },
    });
  }

  /** The kitchen gives it away: to the guest, or to the rider who brings it. */
  handOver(tx: Tx, order: Order, actor: string): void {
    const isBrought = order.fulfilment === 'delivery';
    this.move(order, isBrought ? 'dispatch' : 'hand-over');
    this.record(tx, order, { type: isBrought ? 'order.dispatched' : 'order.completed', actor });
  }

  /** Writes the order when the transaction ends. */
  save(tx: Tx, order: Order): void {
    this.repository.save(tx, order);
  }

  /** Writes the kitchen states that differ from the lines' own when the transaction ends, and sets them there. */
  keepKitchenStates(tx: Tx, lines: readonly LineState[], states: ReadonlyMap<string, TicketLineState>): void {
    const changed: LineState[] = [];
    for (const line of lines) {
      const state = states.get(line.id);
      if (state === undefined || state === line.kitchenState) continue;
      line.kitchenState = state;
      changed.push(line);
    }
    this.repository.saveKitchenStates(tx, changed);
  }
}

function asExpected(order: Order | null, { version, locationId }: Expected): Order {
  if (!order || (locationId !== undefined && order.locationId !== locationId)) {
    throw new DomainError('not_found', 'There is no such order.');
  }
  if (version !== undefined && version !== order.version) {
    throw new DomainError('version_mismatch', 'The order has changed meanwhile. Load it again.');
  }
  return order;
}
