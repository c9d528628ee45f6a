import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, NameColumn, PrimaryIdColumn } from '../../platform/database/index.js';

/** A screen in the kitchen that was paired by a code, or that a person has logged in and left open on a board. */
@Entity('kitchen_screens')
@Index('kitchen_screens_location', ['locationId', 'id'])
@Index('kitchen_screens_secret', ['secretHash'], { unique: true })
export class KitchenDeviceEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  @NameColumn(80)
  name!: string;

  /** Null for a screen at the pass, which sees all stations. */
  @IdColumn({ nullable: true })
  stationId!: string | null;

  /** SHA-256 of the cookie's secret, hex; of one that a person has logged in a word that is no hash and opens nothing. */
  @IdColumn()
  secretHash!: string;

  @IdColumn()
  csrfToken!: string;

  @InstantColumn()
  pairedAt!: number;

  /** When it last said that it shows a live board, some seconds exact. */
  @InstantColumn()
  lastSeenAt!: number;

  /** Since when nothing is heard of it; null while it is well. */
  @InstantColumn({ nullable: true })
  silentSince!: number | null;

  /** Number of events so far. */
  @CountColumn()
  version!: number;
}
