import { Entity } from 'typeorm';
import { CountColumn, PrimaryIdColumn } from '../database/index.js';

/** The last position given out in a location's feed. The row is locked last in every transaction, until its commit. */
@Entity('feeds')
export class FeedEntity {
  @PrimaryIdColumn()
  locationId!: string;

  @CountColumn()
  lastPosition!: number;
}
