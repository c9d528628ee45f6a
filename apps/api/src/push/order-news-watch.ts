import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { isFinal } from '@comanda/shared';
import type { OrderSummaryView } from '@comanda/shared';
import { LessThan } from 'typeorm';
import { LocationDirectory } from '../locations/index.js';
import { OrderReading } from '../orders/index.js';
import { Clock, Rounds } from '../platform/clock/index.js';
import { Database, Transactions } from '../platform/database/index.js';
import { FeedNews } from '../platform/events/index.js';
import { orderNews } from './domain/order-news.js';
import { PushSending } from './push-sending.js';
import { PushSubscriptionEntity } from './push-subscription.entity.js';

/** What another process had promised to tell is found after its end. */
const LOOK_MS = 15_000;
/** An order that nobody ends is not followed for ever. */
const LONGEST_MS = 2 * 86_400_000;

/**
 * Tells devices what becomes of their orders, after it is true. Every process looks when the feed has news; the one that
 * writes down what it is about to tell is the one that tells it, so that nobody is told twice.
 */
@Injectable()
export class OrderNewsWatch implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #rounds = new Rounds({
    name: 'push',
    everyMs: LOOK_MS,
    missed: 'Nobody looked for news of orders that devices wait for.',
  });
  #ended = false;
  readonly #logger = new Logger('push');
  readonly #watched = new Map<string, () => void>();
  /** Locations that are being looked at; true when there was more news meanwhile. */
  readonly #looking = new Map<string, boolean>();

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly orders: OrderReading,
    private readonly locations: LocationDirectory,
    private readonly sending: PushSending,
    private readonly clock: Clock,
    private readonly news: FeedNews,
  ) {}

  onApplicationBootstrap(): void {
    this.#rounds.begin(() => this.#lookEverywhere());
  }

  onModuleDestroy(): void {
    this.#rounds.end();
    this.#ended = true;
    for (const forget of this.#watched.values()) forget();
  }

  /** From now on a device wants to hear of an order there. */
  watch(locationId: string): void {
    if (this.#watched.has(locationId)) return;
    const forget = this.news.listen(locationId, () => void this.#lookAt(locationId));
    this.#watched.set(locationId, forget);
  }

  async #lookEverywhere(): Promise<void> {
    const before = this.clock.now() - LONGEST_MS;
    await this.transactions.run((tx) => tx.manager.delete(PushSubscriptionEntity, { createdAt: LessThan(before) }));
    const rows = await this.database.reader
      .createQueryBuilder(PushSubscriptionEntity, 'each')
      .select('DISTINCT each.locationId', 'locationId')
      .getRawMany<{ locationId: string }>();
    for (const { locationId } of rows) {
      this.watch(locationId);
      await this.#lookAt(locationId);
    }
  }

  async #lookAt(locationId: string): Promise<void> {
    if (this.#looking.has(locationId)) return void this.#looking.set(locationId, true);
    try {
      do {
        this.#looking.set(locationId, false);
        await this.#tell(locationId);
      } while (this.#looking.get(locationId) === true && !this.#ended);
    } catch (error) {
      this.#logger.warn(`News of orders was not told; the next look is soon. ${String(error)}`);
    } finally {
      this.#looking.delete(locationId);
    }
  }

  async #tell(locationId: string): Promise<void> {
    const waiting = await this.database.reader.findBy(PushSubscriptionEntity, { locationId });
    if (waiting.length === 0) {
      this.#watched.get(locationId)?.();
      this.#watched.delete(locationId);
      return;
    }
    const orders = await this.orders.summaries([...new Set(waiting.map(({ orderId }) => orderId))]);
    const byId = new Map(orders.map((order) => [order.id, order]));
    const told = waiting.map(async (device) => {
      const order = byId.get(device.orderId);
      if (order && order.state !== device.told) await this.#tellOne(device, order);
    });
    await Promise.all(told);
  }

  async #tellOne(device: PushSubscriptionEntity, { state, number }: OrderSummaryView): Promise<void> {
    const { id, told, trackingToken, locationId } = device;
    const isMine = await this.transactions.run(async (tx) => {
      const claim = isFinal(state)
        ? await tx.manager.delete(PushSubscriptionEntity, { id, told })
        : await tx.manager.update(PushSubscriptionEntity, { id, told }, { told: state });
      return (claim.affected ?? 0) > 0;
    });
    const news = orderNews(told, state);
    if (!isMine || news === null) return;
    const { name: restaurant } = await this.locations.recent(locationId);
    const isWanted = await this.sending.send(device, { news, number, restaurant, trackingToken });
    if (!isWanted) await this.transactions.run((tx) => tx.manager.delete(PushSubscriptionEntity, { id }));
  }
}
