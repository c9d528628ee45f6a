import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isFinal } from '@comanda/shared';
import type { PushSubscriptionRequest } from '@comanda/shared';
import { OrderReading } from '../orders/index.js';
import { Clock } from '../platform/clock/index.js';
import { Transactions } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import { OrderNewsWatch } from './order-news-watch.js';
import { PushServices } from './push-services.js';
import { PushSubscriptionEntity } from './push-subscription.entity.js';

/** A family around one order has fewer phones. */
const MOST_OF_ORDER = 10;

/** Which devices want to hear of which order. */
@Injectable()
export class PushSubscriptions {
  constructor(
    private readonly orders: OrderReading,
    private readonly transactions: Transactions,
    private readonly services: PushServices,
    private readonly watch: OrderNewsWatch,
    private readonly clock: Clock,
  ) {}

  /** The id of the subscription, the same for the same device. Throws `not_found`, `invalid_request`, `invalid_transition`. */
  async add(trackingToken: string, { endpoint, p256dh, auth }: PushSubscriptionRequest): Promise<string> {
    const { id: orderId, locationId, state } = await this.orders.byToken(trackingToken);
    if (!this.services.knows(endpoint)) {
      const detail = 'This is no address of a push service that browsers use.';
      throw new DomainError('invalid_request', detail, [
        { pointer: '/endpoint', code: 'unknown_push_service', detail },
      ]);
    }
    if (isFinal(state)) throw new DomainError('invalid_transition', 'The order is over; there will be no more news.');
    const id = createHash('sha256').update(`${orderId} ${endpoint}`).digest('base64url').slice(0, 22);
    const row = {
      id,
      locationId,
      orderId,
      trackingToken,
      endpoint,
      p256dh,
      auth,
      told: state,
      createdAt: this.clock.now(),
    };
    await this.transactions.run(async (tx) => {
      const known = await tx.manager.findBy(PushSubscriptionEntity, { orderId });
      if (known.length >= MOST_OF_ORDER && known.every((each) => each.id !== id)) {
        const detail = `So many devices hear of this order already; ${String(MOST_OF_ORDER)} are the most.`;
        throw new DomainError('invalid_request', detail, [{ pointer: '', code: 'too_many_devices', detail }]);
      }
      tx.upsert(PushSubscriptionEntity, [row], ['id'], ['p256dh', 'auth']);
    });
    this.watch.watch(locationId);
    return id;
  }

  /** One that is not there is gone. Throws `not_found` for an unknown link. */
  async remove(trackingToken: string, id: string): Promise<void> {
    const { id: orderId } = await this.orders.byToken(trackingToken);
    await this.transactions.run((tx) => tx.manager.delete(PushSubscriptionEntity, { id, orderId }));
  }
}
