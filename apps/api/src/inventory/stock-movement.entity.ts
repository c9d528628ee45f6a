import type { MovementKind } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  NameColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../platform/database/index.js';

/** A line of the ledger, never changed: all lines of an ingredient together are what is on hand. */
@Entity('stock_movements')
@Index('stock_movements_of_ingredient', ['locationId', 'ingredientId', 'id'])
@Index('stock_movements_of_order', ['orderId'])
@Index('stock_movements_of_day', ['locationId', 'businessDate'])
export class StockMovementEntity {
  /** Sorts by time. */
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  @IdColumn()
  ingredientId!: string;

  @WordColumn()
  kind!: MovementKind;

  /** Signed thousandths of the ingredient's unit. */
  @CountColumn()
  quantityMilli!: number;

  @IdColumn({ nullable: true })
  orderId!: string | null;

  /** The dish for which an order took it. */
  @IdColumn({ nullable: true })
  itemId!: string | null;

  @NameColumn(LIMITS.reasonLength, { nullable: true })
  note!: string | null;

  /** `2026-12-31`, by the cut-off hour of the location. */
  @WordColumn()
  businessDate!: string;

  @InstantColumn()
  at!: number;

  @NameColumn(LIMITS.nameLength)
  by!: string;
}
