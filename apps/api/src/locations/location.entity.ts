import type { AvailabilityRule, CutleryOffer, DeliveryZone, FulfilmentType, SlotSettings } from '@comanda/shared';
import { Entity } from 'typeorm';
import {
  CountColumn,
  FlagColumn,
  InstantColumn,
  JsonColumn,
  LargeJsonColumn,
  NameColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../platform/database/index.js';

@Entity('locations')
export class LocationEntity {
  @PrimaryIdColumn()
  id!: string;

  @NameColumn(200)
  name!: string;

  @JsonColumn({ nullable: true })
  description!: Record<string, string> | null;

  @NameColumn(32, { nullable: true })
  phone!: string | null;

  @NameColumn(300, { nullable: true })
  address!: string | null;

  @NameColumn(64)
  timezone!: string;

  @WordColumn()
  currency!: string;

  @JsonColumn()
  languages!: string[];

  @WordColumn()
  defaultLanguage!: string;

  @JsonColumn()
  fulfilmentTypes!: FulfilmentType[];

  @FlagColumn()
  taxInclusive!: boolean;

  @JsonColumn()
  openingHours!: AvailabilityRule[];

  /** Minutes after midnight until which an order belongs to the day before. */
  @CountColumn()
  businessDayCutoffMinute!: number;

  /** New orders go to the kitchen at once, or wait for a person. */
  @FlagColumn()
  autoAccept!: boolean;

  /** Dishes of a course start so that they finish together. */
  @FlagColumn({ default: 1 })
  pacing!: boolean;

  @FlagColumn()
  orderingPaused!: boolean;

  @InstantColumn({ nullable: true })
  orderingPausedUntil!: number | null;

  @WordColumn()
  seedColour!: string;

  @JsonColumn()
  tipPercents!: number[];

  /** Null: guests are not asked. */
  @WordColumn({ nullable: true })
  cutlery!: CutleryOffer | null;

  /** Usual time from ordering to ready, in minutes. */
  @JsonColumn()
  readyMinutes!: { from: number; until: number };

  /** Null: what usually holds. */
  @JsonColumn({ nullable: true })
  slots!: SlotSettings | null;

  @LargeJsonColumn({ nullable: true })
  deliveryZones!: DeliveryZone[] | null;

  /** Grows with each change; seq of the `location` events. */
  @CountColumn()
  version!: number;
}
