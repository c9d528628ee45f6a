import type { OrderState } from '@comanda/shared';
import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, NameColumn, PrimaryIdColumn, WordColumn } from '../platform/database/index.js';

/** That a device wants to hear of an order; it ends with the order. */
@Entity('push_subscriptions')
@Index('push_subscriptions_of_order', ['orderId'])
@Index('push_subscriptions_of_location', ['locationId'])
export class PushSubscriptionEntity {
  /** A hash of order and endpoint: the same device asks twice and is told once. */
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  @IdColumn()
  orderId!: string;

  @IdColumn()
  trackingToken!: string;

  @NameColumn(1000)
  endpoint!: string;

  @NameColumn(100)
  p256dh!: string;

  @IdColumn()
  auth!: string;

  /** The state of the order that this device has been told. Whoever writes the next one tells it. */
  @WordColumn()
  told!: OrderState;

  @InstantColumn()
  createdAt!: number;
}
