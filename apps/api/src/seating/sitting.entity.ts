import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, NameColumn, PrimaryIdColumn } from '../platform/database/index.js';

/** One stay of guests at a table; the orders of its rounds name it. */
@Entity('sittings')
@Index('sittings_of_location', ['locationId', 'closedAt'])
@Index('sittings_open', ['openTableId'], { unique: true })
export class SittingEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  @IdColumn()
  tableId!: string;

  @NameColumn(100)
  tableName!: string;

  /** The table while somebody sits there, so that there is one sitting at a time. Null: closed. */
  @IdColumn({ nullable: true })
  openTableId!: string | null;

  /** Number of events so far; the ETag. */
  @CountColumn()
  version!: number;

  @InstantColumn()
  openedAt!: number;

  @InstantColumn({ nullable: true })
  closedAt!: number | null;

  @IdColumn({ nullable: true })
  mergedIntoId!: string | null;
}
