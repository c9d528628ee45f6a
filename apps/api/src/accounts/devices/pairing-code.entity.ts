import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, PrimaryIdColumn } from '../../platform/database/index.js';

/** A code that a screen shows until the office types it in. */
@Entity('pairing_codes')
@Index('pairing_codes_until', ['expiresAt'])
export class PairingCodeEntity {
  /** SHA-256 of the code, hex. */
  @PrimaryIdColumn()
  codeHash!: string;

  /** SHA-256 of the cookie's secret, hex: it opens a session once the code was typed in. */
  @IdColumn()
  secretHash!: string;

  @InstantColumn()
  expiresAt!: number;
}
