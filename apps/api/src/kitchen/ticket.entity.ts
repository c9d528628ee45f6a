import type { FulfilmentType, TicketState } from '@comanda/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  NameColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../platform/database/index.js';

/** All that one station must do for one order: exactly one row per pair. */
@Entity('tickets')
@Index('tickets_once', ['orderId', 'stationId'], { unique: true })
@Index('tickets_on_board', ['locationId', 'stationId', 'state', 'id'])
@Index('tickets_by_state', ['locationId', 'state', 'id'])
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

  @InstantColumn()
  dueAt!: number;

  @InstantColumn({ nullable: true })
  startedAt!: number | null;

  @InstantColumn({ nullable: true })
  readyAt!: number | null;

  @FlagColumn()
  recalled!: boolean;
}
