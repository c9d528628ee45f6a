import type { CallKind } from '@comanda/shared';
import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, NameColumn, PrimaryIdColumn, WordColumn } from '../platform/database/index.js';

/** A guest at a table wants somebody to come. */
@Entity('table_calls')
@Index('table_calls_of_sitting', ['sittingId', 'id'])
export class TableCallEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  @IdColumn()
  sittingId!: string;

  @WordColumn()
  kind!: CallKind;

  @InstantColumn()
  calledAt!: number;

  @InstantColumn({ nullable: true })
  acknowledgedAt!: number | null;

  @NameColumn(100, { nullable: true })
  acknowledgedBy!: string | null;
}
