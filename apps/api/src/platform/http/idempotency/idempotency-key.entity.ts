import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LargeJsonColumn,
  PrimaryIdColumn,
} from '../../database/index.js';

/** The answer to a request that must take effect once, written in the same transaction as the effect. */
@Entity('idempotency_keys')
@Index('idempotency_keys_age', ['createdAt'])
export class IdempotencyKeyEntity {
  /** Whose key it is: a staff account's id, or `guest`. */
  @PrimaryIdColumn()
  scope!: string;

  @PrimaryColumn({ type: 'varchar', length: 255 })
  key!: string;

  /** SHA-256 of method, path and canonical JSON (RFC 8785), hex. */
  @IdColumn()
  fingerprint!: string;

  @CountColumn()
  status!: number;

  @JsonColumn()
  headers!: Record<string, string>;

  @LargeJsonColumn()
  body!: unknown;

  @InstantColumn()
  createdAt!: number;

  /** How often the answer was given again; counting is the write that must be durable before a replay leaves. */
  @CountColumn({ default: 0 })
  replays!: number;
}
