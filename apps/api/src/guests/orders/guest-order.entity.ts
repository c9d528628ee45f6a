import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, PrimaryIdColumn } from '../../platform/database/index.js';

/** An order that a guest keeps in an account; in one at most. */
@Entity('guest_orders')
@Index('guest_orders_guest', ['guestId', 'orderId'])
export class GuestOrderEntity {
  @PrimaryIdColumn()
  orderId!: string;

  @IdColumn()
  guestId!: string;

  @InstantColumn()
  keptAt!: number;
}
