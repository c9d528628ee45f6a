import type { Allergen, FulfilmentType, TicketState } from '@comanda/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  NameColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../../platform/database/index.js';

/** All that one station must do for one order: exactly one row per pair. */
@Entity('tickets')
@Index('tickets_once', ['orderId', 'stationId'], { unique: true })
@Index('tickets_by_state', ['locationId', 'state', 'id'])
@Index('tickets_open', ['locationId', 'onBoard', 'id'])
@Index('tickets_of_day', ['locationId', 'businessDate', 'id'])
@Index('tickets_unanswered', ['answerDueAt'])
export class TicketEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  @IdColumn()
  orderId!: string;

  @IdColumn()
  stationId!: string;

  @CountColumn()
  version!: number;

  @WordColumn()
  state!: TicketState;

  @CountColumn()
  orderNumber!: number;

  @WordColumn()
  businessDate!: string;

  @WordColumn()
  fulfilment!: FulfilmentType;

  @NameColumn(100, { nullable: true })
  tableName!: string | null;

  @NameColumn(80, { nullable: true })
  guestName!: string | null;

  @NameColumn(500, { nullable: true })
  orderNote!: string | null;

  @InstantColumn()
  firedAt!: number;

  /** 0, and the same below, of a ticket that an older version made. */
  @InstantColumn({ default: 0 })
  startAt!: number;

  @InstantColumn({ default: 0 })
  dueSoonAt!: number;

  @InstantColumn()
  dueAt!: number;

  @InstantColumn({ nullable: true })
  startedAt!: number | null;

  @InstantColumn({ nullable: true })
  readyAt!: number | null;

  @FlagColumn()
  recalled!: boolean;

  @FlagColumn({ default: 0 })
  rush!: boolean;

  /** Of the order and of the lines of this ticket. Null: none. */
  @JsonColumn({ nullable: true })
  allergies!: Allergen[] | null;

  @InstantColumn({ nullable: true })
  allergyAcknowledgedAt!: number | null;

  @NameColumn(100, { nullable: true })
  allergyAcknowledgedBy!: string | null;

  /** Derived: a cook has something to do with it or to acknowledge. Unknown of a ticket that an older version changed. */
  @FlagColumn({ default: 1 })
  onBoard!: boolean;

  /** When the cook's answer to a cancellation is overdue; null when none is awaited, or it has escalated already. */
  @InstantColumn({ nullable: true })
  answerDueAt!: number | null;
}
