import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, NameColumn, PrimaryIdColumn, WordColumn } from '../../platform/database/index.js';

/** A link that was sent by mail; kept after its use until it expires, so that a second use is told what happened. */
@Entity('guest_login_links')
@Index('guest_login_links_age', ['expiresAt'])
@Index('guest_login_links_of', ['email'])
export class LoginLinkEntity {
  /** SHA-256 of the secret in the link, hex. */
  @PrimaryIdColumn()
  tokenHash!: string;

  @NameColumn(254)
  email!: string;

  @WordColumn()
  language!: string;

  /** Tracking token of an order to keep in the account. */
  @IdColumn({ nullable: true })
  keepOrder!: string | null;

  @InstantColumn()
  expiresAt!: number;

  @InstantColumn({ nullable: true })
  usedAt!: number | null;
}
