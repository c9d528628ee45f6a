import type { RevisionCause } from '@comanda/shared';
import { Entity } from 'typeorm';
import {
  BytesColumn,
  CountColumn,
  IdColumn,
  InstantColumn,
  NameColumn,
  PrimaryCountColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../platform/database/index.js';

/** One whole menu as it stood; rows are never changed. */
@Entity('menu_revisions')
export class MenuRevisionEntity {
  @PrimaryIdColumn()
  locationId!: string;

  @PrimaryCountColumn()
  number!: number;

  /** SHA-256 of the canonical document, hex. */
  @IdColumn()
  checksum!: string;

  /** The menu document as gzipped JSON. */
  @BytesColumn()
  document!: Buffer;

  @WordColumn()
  cause!: RevisionCause;

  @CountColumn({ nullable: true })
  restoredFrom!: number | null;

  @NameColumn(200)
  summary!: string;

  @NameColumn(100)
  by!: string;

  @InstantColumn()
  at!: number;
}
