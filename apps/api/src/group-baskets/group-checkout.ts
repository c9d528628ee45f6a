import { Injectable } from '@nestjs/common';
import type { GroupOrderRequest, PlacedOrderView } from '@comanda/shared';
import { OrderReading, PlacingLane } from '../orders/index.js';
import type { Claim } from '../orders/index.js';
import type { Tx } from '../platform/database/index.js';
import { DomainError, etag, GUEST } from '../platform/http/index.js';
import type { Keyed, KeyedAnswer } from '../platform/http/index.js';
import { wholeBasket } from './domain/group-rules.js';
import type { GroupBasket } from './group-basket.js';
import { GroupBasketRepository } from './group-basket.repository.js';
import { GroupBaskets } from './group-baskets.js';
import { unknownLink } from './group-reading.js';

/** The host orders once for all. However often and from however many tabs it is asked: a basket makes one order. */
@Injectable()
export class GroupCheckout {
  /** What became an order in a transaction that is still open: what it writes at its end cannot be read before. */
  readonly #ordered = new WeakMap<Tx, Set<string>>();

  constructor(
    private readonly repository: GroupBasketRepository,
    private readonly baskets: GroupBaskets,
    private readonly lane: PlacingLane,
    private readonly orders: OrderReading,
  ) {}

  async place(memberToken: string, request: GroupOrderRequest, keyed: Keyed): Promise<KeyedAnswer> {
    const host = await this.baskets.host(memberToken);
    const group = await this.repository.find(host.basketId);
    if (!group) throw unknownLink();
    const { basket, people } = group;
    if (basket.trackingToken !== null) return this.#made(basket.trackingToken);
    this.baskets.requireAlive(basket);
    const answer = await this.lane.place({
      actor: GUEST,
      locationId: basket.locationId,
      request: { ...request, lines: wholeBasket(people) },
      keyed,
      claim: this.#claim(basket),
    });
    const rival = answer.status === 409 ? await this.repository.find(basket.id) : null;
    const trackingToken = rival?.basket.trackingToken ?? null;
    return trackingToken === null ? answer : this.#made(trackingToken);
  }

  /** The basket becomes the order's in the transaction that makes the order, or there is no order. */
  #claim(seen: GroupBasket): Claim {
    return {
      check: async (tx) => {
        const now = (await this.repository.lock(tx, seen.id))?.basket ?? seen;
        this.baskets.requireAlive(this.#orderedIn(tx).has(seen.id) ? { ...now, state: 'ordered' } : now);
        if (now.state === 'locked' && now.version === seen.version) return;
        throw new DomainError('group_locked', 'Lock the basket first, so that nobody changes what you order.');
      },
      settle: (tx, { trackingToken }) => {
        this.#orderedIn(tx).add(seen.id);
        this.repository.save(tx, { ...seen, state: 'ordered', trackingToken, version: seen.version + 1 });
      },
    };
  }

  #orderedIn(tx: Tx): Set<string> {
    const known = this.#ordered.get(tx) ?? new Set();
    this.#ordered.set(tx, known);
    return known;
  }

  async #made(trackingToken: string): Promise<KeyedAnswer> {
    const view = await this.orders.forGuest(trackingToken);
    const body: PlacedOrderView = { ...view, trackingToken, trackingPath: `/o/${trackingToken}` };
    return { status: 201, headers: { etag: etag(view.version) }, body, replayed: true };
  }
}
