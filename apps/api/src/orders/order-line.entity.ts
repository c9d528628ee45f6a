import type { Allergen, Text, TicketLineState } from '@comanda/shared';
import { Entity } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  JsonColumn,
  NameColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../platform/database/index.js';

/**
 * A dish of an order, or an option below one: a tree, stored flat. Names, prices and taxes are the order's own copy
 * of the menu as it stood.
 */
@Entity('order_lines')
export class OrderLineEntity {
  /** First in the key: the lines of an order lie together, and need no other index. */
  @PrimaryIdColumn()
  orderId!: string;

  @PrimaryIdColumn()
  id!: string;

  /** The dish or option that this option belongs to; null for a dish. */
  @IdColumn({ nullable: true })
  parentId!: string | null;

  /** Place in the order, depth first, from 0. */
  @CountColumn()
  position!: number;

  @WordColumn()
  kind!: 'dish' | 'option';

  @IdColumn({ nullable: true })
  itemId!: string | null;

  @IdColumn({ nullable: true })
  variantId!: string | null;

  @IdColumn({ nullable: true })
  groupId!: string | null;

  @WordColumn({ nullable: true })
  groupKind!: 'choice' | 'removal' | null;

  @IdColumn({ nullable: true })
  optionId!: string | null;

  @JsonColumn()
  name!: Text;

  @JsonColumn({ nullable: true })
  variantName!: Text | null;

  @JsonColumn({ nullable: true })
  groupName!: Text | null;

  /** Of a dish: units. Of an option: how often in one unit of the dish. */
  @CountColumn()
  quantity!: number;

  /** Of a dish: one unit with its options. Of an option: what it adds to one unit. */
  @CountColumn()
  unitPriceMinor!: number;

  /** Of a dish: all units. Of an option: its part in that. */
  @CountColumn()
  totalMinor!: number;

  @CountColumn()
  taxMinor!: number;

  @IdColumn()
  taxClass!: string;

  @IdColumn({ nullable: true })
  stationId!: string | null;

  @CountColumn({ nullable: true })
  prepSeconds!: number | null;

  /** Null when nothing is declared. */
  @JsonColumn({ nullable: true })
  allergens!: Allergen[] | null;

  @NameColumn(140, { nullable: true })
  note!: string | null;

  @WordColumn()
  kitchenState!: TicketLineState;

  @CountColumn({ default: 1 })
  course!: number;

  /** What the guest of this dish is allergic to. Null: nothing declared. */
  @JsonColumn({ nullable: true })
  allergies!: Allergen[] | null;

  /** Who wants the dish, when several ordered together. */
  @NameColumn(80, { nullable: true })
  guestName!: string | null;
}
