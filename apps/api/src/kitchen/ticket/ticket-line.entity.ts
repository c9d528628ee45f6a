import type { Allergen, Refire, TicketLineState, TicketModifierView, Withdrawal } from '@comanda/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  NameColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../../platform/database/index.js';

@Entity('ticket_lines')
@Index('ticket_lines_once', ['orderLineId', 'stationId', 'revision'], { unique: true })
export class TicketLineEntity {
  /** First in the key: the lines of a ticket lie together, and need no other index. */
  @PrimaryIdColumn()
  ticketId!: string;

  @PrimaryIdColumn()
  id!: string;

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

  /** Null for an option that is no item. */
  @IdColumn({ nullable: true })
  itemId!: string | null;

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

  /** Null: none. */
  @JsonColumn({ nullable: true })
  allergies!: Allergen[] | null;

  /** Who wants it, when several ordered together. */
  @NameColumn(80, { nullable: true })
  guestName!: string | null;

  @CountColumn({ default: 1 })
  course!: number;

  @CountColumn({ nullable: true })
  prepSeconds!: number | null;

  /** This and the two below are null while it is held. */
  @InstantColumn({ nullable: true })
  firedAt!: number | null;

  @InstantColumn({ nullable: true })
  startAt!: number | null;

  @InstantColumn({ nullable: true })
  dueAt!: number | null;

  @InstantColumn({ nullable: true })
  startedAt!: number | null;

  @InstantColumn({ nullable: true })
  readyAt!: number | null;

  @InstantColumn({ nullable: true })
  handedAt!: number | null;

  /** What it was before the ticket was bumped, for the undo; null when that was not its last move. */
  @WordColumn({ nullable: true })
  bumpedFrom!: TicketLineState | null;

  @JsonColumn({ nullable: true })
  refire!: Refire | null;

  /** The line in whose place it stands. */
  @IdColumn({ nullable: true })
  replaces!: string | null;

  @JsonColumn({ nullable: true })
  withdrawal!: Withdrawal | null;
}
