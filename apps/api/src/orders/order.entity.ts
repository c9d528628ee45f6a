import type {
  Allergen,
  DeliveryAddress,
  FulfilmentType,
  OrderSource,
  OrderState,
  PaymentState,
  PricedFee,
  TaxAmount,
  TimelineEntry,
} from '@comanda/shared';
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
} from '../platform/database/index.js';

@Entity('orders')
@Index('orders_by_state', ['locationId', 'state', 'id'])
@Index('orders_by_slot', ['locationId', 'requestedFor'])
@Index('orders_by_day', ['locationId', 'businessDate', 'id'])
@Index('orders_by_number', ['locationId', 'businessDate', 'number'], { unique: true })
@Index('orders_of_sitting', ['sittingId'])
@Index('orders_external', ['placedBy', 'externalId'], { unique: true })
export class OrderEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  /** Short number of the business day. */
  @CountColumn()
  number!: number;

  /** Local date by the location's cut-off hour. */
  @WordColumn()
  businessDate!: string;

  /** Number of events so far; the ETag. */
  @CountColumn()
  version!: number;

  @WordColumn()
  state!: OrderState;

  @WordColumn()
  paymentState!: PaymentState;

  @WordColumn()
  source!: OrderSource;

  /** Who placed it: a staff account's id, or `guest`. */
  @IdColumn()
  placedBy!: string;

  @NameColumn(100, { nullable: true })
  externalId!: string | null;

  /** The secret of the guest's link. */
  @IdColumn({ unique: true })
  trackingToken!: string;

  @WordColumn()
  fulfilment!: FulfilmentType;

  @IdColumn({ nullable: true })
  tableId!: string | null;

  @NameColumn(100, { nullable: true })
  tableName!: string | null;

  /** Where it is brought. */
  @JsonColumn({ nullable: true })
  address!: DeliveryAddress | null;

  /** Sets of cutlery to pack; null: nothing was said. */
  @CountColumn({ nullable: true })
  cutlery!: number | null;

  /** The time for which the guest asked; null: as soon as possible. */
  @InstantColumn({ nullable: true })
  requestedFor!: number | null;

  /** When the kitchen begins with an order for later. */
  @InstantColumn({ nullable: true })
  dueAt!: number | null;

  /** The stay at the table to which this round belongs. */
  @IdColumn({ nullable: true })
  sittingId!: string | null;

  @WordColumn()
  language!: string;

  @WordColumn()
  currency!: string;

  @FlagColumn()
  taxInclusive!: boolean;

  @NameColumn(80, { nullable: true })
  guestName!: string | null;

  @NameColumn(32, { nullable: true })
  guestPhone!: string | null;

  @NameColumn(500, { nullable: true })
  note!: string | null;

  /** Units over all lines, options not counted. */
  @CountColumn()
  itemCount!: number;

  @CountColumn()
  subtotalMinor!: number;

  @JsonColumn({ nullable: true })
  fees!: PricedFee[] | null;

  @JsonColumn()
  taxes!: TaxAmount[];

  @CountColumn()
  taxMinor!: number;

  @CountColumn()
  tipMinor!: number;

  @CountColumn()
  totalMinor!: number;

  @CountColumn()
  paidMinor!: number;

  @CountColumn()
  menuRevision!: number;

  @InstantColumn()
  placedAt!: number;

  @InstantColumn({ nullable: true })
  cookingStartedAt!: number | null;

  @InstantColumn()
  readyFrom!: number;

  @InstantColumn()
  readyUntil!: number;

  @JsonColumn()
  timeline!: TimelineEntry[];

  /** Why it was rejected or cancelled. */
  @NameColumn(200, { nullable: true })
  reason!: string | null;

  /** How many tickets it made at the stations. */
  @CountColumn()
  ticketCount!: number;

  /** What somebody at the table is allergic to. Null: nothing declared. */
  @JsonColumn({ nullable: true })
  allergies!: Allergen[] | null;

  /** The kitchen makes it before others. */
  @FlagColumn({ default: 0 })
  rush!: boolean;

  /** The kitchen has not answered in time about a cancellation. */
  @FlagColumn({ default: 0 })
  kitchenUnanswered!: boolean;
}
