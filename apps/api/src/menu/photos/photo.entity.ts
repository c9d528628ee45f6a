import { Entity, Index } from 'typeorm';
import { InstantColumn, PrimaryIdColumn, WordColumn } from '../../platform/database/index.js';

/** A photo by its content: the same one twice is kept once. Its cuts are rows of their own. */
@Entity('photos')
@Index('photos_age', ['usedAt'])
export class PhotoEntity {
  /** A hash of what was uploaded and of how it is cut. */
  @PrimaryIdColumn()
  id!: string;

  /** Its main colour, `#a3562b`. */
  @WordColumn()
  ground!: string;

  /** When it was uploaded, or taken into a menu that did not have it, for the last time. */
  @InstantColumn()
  usedAt!: number;
}
