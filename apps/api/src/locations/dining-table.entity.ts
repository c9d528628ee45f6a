import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, NameColumn, PrimaryIdColumn } from '../platform/database/index.js';

@Entity('dining_tables')
@Index('dining_tables_location', ['locationId', 'position'])
export class DiningTableEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  @NameColumn(100)
  name!: string;

  /** What the QR code carries. */
  @IdColumn({ unique: true })
  token!: string;

  @CountColumn()
  position!: number;
}
