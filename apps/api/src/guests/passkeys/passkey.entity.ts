import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, NameColumn, PrimaryIdColumn } from '../../platform/database/index.js';

@Entity('guest_passkeys')
@Index('guest_passkeys_guest', ['guestId'])
export class PasskeyEntity {
  /** SHA-256 of the credential's id, hex: ids may be longer than a key. */
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  guestId!: string;

  /** As the browser gave it, base64url. */
  @NameColumn(1366)
  credentialId!: string;

  /** COSE, base64url. It verifies and signs nothing. */
  @NameColumn(1366)
  publicKey!: string;

  /** How often the authenticator has signed, as far as it counts. */
  @CountColumn()
  uses!: number;

  @NameColumn(60)
  name!: string;

  @InstantColumn()
  createdAt!: number;

  @InstantColumn({ nullable: true })
  lastUsedAt!: number | null;
}
