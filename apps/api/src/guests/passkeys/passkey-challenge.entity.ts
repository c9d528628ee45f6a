import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, PrimaryIdColumn } from '../../platform/database/index.js';

/** What an authenticator is asked to sign, once. */
@Entity('guest_passkey_challenges')
@Index('guest_passkey_challenges_age', ['expiresAt'])
export class PasskeyChallengeEntity {
  @PrimaryIdColumn()
  challenge!: string;

  /** Who makes a passkey; null when somebody logs in. */
  @IdColumn({ nullable: true })
  guestId!: string | null;

  @InstantColumn()
  expiresAt!: number;
}
