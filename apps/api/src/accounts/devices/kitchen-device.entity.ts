import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, NameColumn, PrimaryIdColumn } from '../../platform/database/index.js';

/** A screen in the kitchen that was paired by a code, or waits to be. */
@Entity('kitchen_devices')
@Index('kitchen_devices_location', ['locationId', 'id'])
@Index('kitchen_devices_code', ['codeHash'], { unique: true })
@Index('kitchen_devices_secret', ['secretHash'], { unique: true })
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

  /** SHA-256 of the code, hex; null once it is used. */
  @IdColumn({ nullable: true })
  codeHash!: string | null;

  @InstantColumn()
  codeExpiresAt!: number;

  /** SHA-256 of the cookie's secret, hex; null before it is paired and after it is revoked. */
  @IdColumn({ nullable: true })
  secretHash!: string | null;

  @IdColumn({ nullable: true })
  csrfToken!: string | null;

  @InstantColumn()
  createdAt!: number;

  @InstantColumn({ nullable: true })
  pairedAt!: number | null;
}
