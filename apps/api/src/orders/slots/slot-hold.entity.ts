import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, PrimaryIdColumn } from '../../platform/database/index.js';

/** A time that is kept for a guest at the checkout. What has expired counts for nothing, and is deleted by the way. */
@Entity('slot_holds')
@Index('slot_holds_by_slot', ['locationId', 'slotAt'])
export class SlotHoldEntity {
  /** The key that the guest's page has made. */
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  @InstantColumn()
  slotAt!: number;

  /** Units by station. */
  @JsonColumn()
  dishes!: Record<string, number>;

  @InstantColumn()
  heldUntil!: number;

  /** When the order that it was held for was placed: from then on the key holds nothing, however late it is asked for. */
  @InstantColumn({ nullable: true })
  orderedAt!: number | null;
}
