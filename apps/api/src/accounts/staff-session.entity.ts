import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, PrimaryIdColumn } from '../platform/database/index.js';

@Entity('staff_sessions')
@Index('staff_sessions_expiry', ['expiresAt'])
@Index('staff_sessions_account', ['accountId'])
export class StaffSessionEntity {
  /** SHA-256 of the cookie's secret, hex: the table alone opens no session. */
  @PrimaryIdColumn()
  secretHash!: string;

  @IdColumn()
  accountId!: string;

  @IdColumn()
  csrfToken!: string;

  @InstantColumn()
  createdAt!: number;

  @InstantColumn()
  expiresAt!: number;
}
