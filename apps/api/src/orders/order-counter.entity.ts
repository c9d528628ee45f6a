import { Entity } from 'typeorm';
import { CountColumn, PrimaryIdColumn } from '../platform/database/index.js';

/** The last short number given out on a business day. */
@Entity('order_counters')
export class OrderCounterEntity {
  @PrimaryIdColumn()
  locationId!: string;

  @PrimaryIdColumn()
  businessDate!: string;

  @CountColumn()
  lastNumber!: number;
}
