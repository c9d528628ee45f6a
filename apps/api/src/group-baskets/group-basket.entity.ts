import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, PrimaryIdColumn, WordColumn } from '../platform/database/index.js';

/** A basket that several people fill; each of them has a row of their own. */
@Entity('group_baskets')
@Index('group_baskets_link', ['token'], { unique: true })
@Index('group_baskets_age', ['expiresAt'])
export class GroupBasketEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  /** The secret in the link. */
  @IdColumn()
  token!: string;

  /** That it has expired is told by the clock. */
  @WordColumn()
  state!: 'open' | 'locked' | 'ordered';

  /** Goes up with every change, of any part too. */
  @CountColumn()
  version!: number;

  @InstantColumn()
  expiresAt!: number;

  /** Of the order that came of it. */
  @IdColumn({ nullable: true })
  trackingToken!: string | null;
}
