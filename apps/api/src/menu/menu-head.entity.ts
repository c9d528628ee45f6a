import { Entity } from 'typeorm';
import { CountColumn, PrimaryIdColumn } from '../platform/database/index.js';

/** Which revision holds at a location, and how often its availability has changed. */
@Entity('menu_heads')
export class MenuHeadEntity {
  @PrimaryIdColumn()
  locationId!: string;

  /** Number of the current revision; also the seq of the `menu` events. */
  @CountColumn()
  revision!: number;

  /** Also the seq of the `availability` events. */
  @CountColumn()
  availabilityVersion!: number;
}
