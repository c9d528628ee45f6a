import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  LargeJsonColumn,
  NameColumn,
  PrimaryCountColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../database/index.js';

/** One fact, written in the transaction that made it true. Rows are never changed, but for  `EventRedaction`. */
@Entity('events')
@Index('events_subject', ['subjectKind', 'subjectId', 'seq'], { unique: true })
export class EventEntity {
  @PrimaryIdColumn()
  locationId!: string;

  @PrimaryCountColumn()
  position!: number;

  @WordColumn()
  subjectKind!: string;

  @IdColumn()
  subjectId!: string;

  @CountColumn()
  seq!: number;

  @WordColumn()
  type!: string;

  @NameColumn(100)
  actor!: string;

  @InstantColumn()
  at!: number;

  @LargeJsonColumn()
  data!: object;
}
