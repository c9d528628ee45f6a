import { Entity } from 'typeorm';
import { BytesColumn, PrimaryIdColumn } from '../../platform/database/index.js';

/** One size of a photo in one format, as guests get it; rows are never changed. */
@Entity('photo_cuts')
export class PhotoCutEntity {
  @PrimaryIdColumn()
  photoId!: string;

  /** `336.avif` */
  @PrimaryIdColumn()
  name!: string;

  @BytesColumn()
  bytes!: Buffer;
}
