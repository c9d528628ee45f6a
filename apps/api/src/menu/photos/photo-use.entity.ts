import { Entity, Index } from 'typeorm';
import { InstantColumn, PrimaryIdColumn } from '../../platform/database/index.js';

/** That a restaurant's menu shows a photo, or did so not long ago. */
@Entity('photo_uses')
@Index('photo_uses_of_photo', ['photoId'])
@Index('photo_uses_age', ['leftAt'])
export class PhotoUseEntity {
  @PrimaryIdColumn()
  locationId!: string;

  @PrimaryIdColumn()
  photoId!: string;

  /** When it left the menu; null while it is on it. */
  @InstantColumn({ nullable: true })
  leftAt!: number | null;
}
