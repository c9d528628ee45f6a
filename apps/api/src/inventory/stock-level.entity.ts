import { Entity } from 'typeorm';
import { CountColumn, IdColumn, PrimaryIdColumn } from '../platform/database/index.js';

/** How much of a counted ingredient is there. An ingredient without a row is not counted and never runs out. */
@Entity('stock_levels')
export class StockLevelEntity {
  @PrimaryIdColumn()
  locationId!: string;

  @PrimaryIdColumn()
  ingredientId!: string;

  /** Made when the counting begins: the subject of its events, for ingredients of two restaurants may share an id. */
  @IdColumn()
  id!: string;

  /** Thousandths of the ingredient's unit; orders never take it below zero. */
  @CountColumn()
  onHandMilli!: number;

  /** From this amount down it counts as low. */
  @CountColumn({ nullable: true })
  lowMilli!: number | null;

  /** Counts the events of the ingredient. */
  @CountColumn()
  version!: number;
}
