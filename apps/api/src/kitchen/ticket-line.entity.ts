import type { Allergen, TicketLineState, TicketModifierView } from '@comanda/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  NameColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../platform/database/index.js';

@Entity('ticket_lines')
@Index('ticket_lines_once', ['orderLineId', 'stationId', 'revision'], { unique: true })
@Index('ticket_lines_of_ticket', ['ticketId', 'position'])
export class TicketLineEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  ticketId!: string;

  @IdColumn()
  orderLineId!: string;

  @IdColumn()
  stationId!: string;

  /** 1 for the line as ordered; each refire or change adds one. */
  @CountColumn()
  revision!: number;

  @CountColumn()
  position!: number;

  @WordColumn()
  state!: TicketLineState;

  @CountColumn()
  quantity!: number;

  /** In the kitchen's language. */
  @NameColumn(200)
  name!: string;

  @NameColumn(200, { nullable: true })
  variantName!: string | null;

  @JsonColumn()
  modifiers!: TicketModifierView[];

  @NameColumn(140, { nullable: true })
  note!: string | null;

  @JsonColumn()
  allergens!: Allergen[];

  @InstantColumn({ nullable: true })
  startedAt!: number | null;

  @InstantColumn({ nullable: true })
  readyAt!: number | null;
}
