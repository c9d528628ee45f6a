import { Entity } from 'typeorm';
import { NameColumn, PrimaryIdColumn } from '../platform/database/index.js';

/** The pair of keys by which push services know this installation; one row, made once. */
@Entity('push_keys')
export class PushKeyEntity {
  @PrimaryIdColumn()
  id!: string;

  @NameColumn(100)
  publicKey!: string;

  @NameColumn(100)
  privateKey!: string;

  /** Whom a push service may turn to: the site's address. */
  @NameColumn(300)
  subject!: string;
}
