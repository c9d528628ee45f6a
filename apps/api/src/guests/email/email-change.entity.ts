import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, NameColumn, PrimaryIdColumn } from '../../platform/database/index.js';

/** A new address that an account shall get once the link in the mail to it is opened; kept after that until it expires. */
@Entity('guest_email_changes')
@Index('guest_email_changes_age', ['expiresAt'])
@Index('guest_email_changes_of', ['guestId'])
export class EmailChangeEntity {
  /** SHA-256 of the secret in the link, hex. */
  @PrimaryIdColumn()
  tokenHash!: string;

  @IdColumn()
  guestId!: string;

  /** The new one, lower case. */
  @NameColumn(254)
  email!: string;

  @InstantColumn()
  expiresAt!: number;

  @InstantColumn({ nullable: true })
  usedAt!: number | null;
}
