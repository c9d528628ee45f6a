import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  JsonColumn,
  LargeJsonColumn,
  PrimaryCountColumn,
  PrimaryIdColumn,
} from '../../database/index.js';

/**
 * The answer to a request that must take effect once, written in the same transaction as the effect. They lie in the order
 * of time: by their keys, which are drawn by lot, each would be written into another page of a month's answers.
 */
@Entity('idempotency_keys')
@Index('idempotency_keys_once', ['scope', 'key'], { unique: true })
export class IdempotencyKeyEntity {
  @PrimaryCountColumn()
  createdAt!: number;

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

  /** How often the answer was given again; counting is the write that must be durable before a replay leaves. */
  @CountColumn({ default: 0 })
  replays!: number;
}
