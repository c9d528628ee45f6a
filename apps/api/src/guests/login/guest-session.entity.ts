import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, PrimaryIdColumn } from '../../platform/database/index.js';

@Entity('guest_sessions')
@Index('guest_sessions_expiry', ['expiresAt'])
@Index('guest_sessions_guest', ['guestId'])
export class GuestSessionEntity {
  /** SHA-256 of the cookie's secret, hex: the table alone opens no session. */
  @PrimaryIdColumn()
  secretHash!: string;

  @IdColumn()
  guestId!: string;

  @IdColumn()
  csrfToken!: string;

  @InstantColumn()
  createdAt!: number;

  @InstantColumn()
  expiresAt!: number;
}
