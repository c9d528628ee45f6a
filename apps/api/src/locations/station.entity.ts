import { Entity, Index } from 'typeorm';
import { CountColumn, FlagColumn, NameColumn, PrimaryIdColumn } from '../platform/database/index.js';

@Entity('stations')
@Index('stations_location', ['locationId', 'position'])
export class StationEntity {
  @PrimaryIdColumn()
  locationId!: string;

  /** The id that menus name in `stationId`: `grill`, `bar`. */
  @PrimaryIdColumn()
  id!: string;

  @NameColumn(100)
  name!: string;

  @CountColumn()
  position!: number;

  /** Takes every dish that names no station, or an unknown one. */
  @FlagColumn()
  isDefault!: boolean;

  @CountColumn()
  dueSoonSeconds!: number;

  @CountColumn()
  lateSeconds!: number;
}
