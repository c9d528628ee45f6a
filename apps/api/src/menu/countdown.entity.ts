import { Entity } from 'typeorm';
import { CountColumn, PrimaryIdColumn } from '../platform/database/index.js';

/** Portions that are left of an item or a variant; never below zero. */
@Entity('countdowns')
export class CountdownEntity {
  @PrimaryIdColumn()
  locationId!: string;

  @PrimaryIdColumn()
  targetKind!: 'item' | 'variant';

  @PrimaryIdColumn()
  targetId!: string;

  @CountColumn()
  remaining!: number;
}
