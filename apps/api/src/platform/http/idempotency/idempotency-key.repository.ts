import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../clock/index.js';
import { Database, Tx } from '../../database/index.js';
import type { Answer, KeyedAnswer } from './answer.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { requireSameRequest } from './keyed-request.js';
import type { Keyed } from './keyed-request.js';

/** Where an answer would stand while its request is still at work. */
const UNANSWERED: Answer = { status: 0, body: {} };
const SWEEP_MS = 600_000;

@Injectable()
export class IdempotencyKeyRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The answer kept under the key. Throws `idempotency_key_reused` when it belongs to another request. */
  async find(keyed: Keyed): Promise<KeyedAnswer | undefined> {
    const row = await this.database.reader.findOneBy(IdempotencyKeyEntity, nameOf(keyed));
    if (!row) return undefined;
    requireSameRequest(row, keyed);
    return { status: row.status, headers: row.headers, body: row.body, replayed: true };
  }

  /** Takes the key; a rival with the same key waits here until this transaction has ended. */
  async claim(tx: Tx, keyed: Keyed): Promise<void> {
    await this.insert(tx, keyed, UNANSWERED);
  }

  async fill(tx: Tx, keyed: Keyed, { status, headers = {}, body }: Answer): Promise<void> {
    await tx.manager.update(IdempotencyKeyEntity, nameOf(keyed), { status, headers, body: body as object });
  }

  async insert(tx: Tx, keyed: Keyed, { status, headers = {}, body }: Answer): Promise<void> {
    const row = { ...keyed, status, headers, body: body as object, createdAt: this.clock.now(), replays: 0 };
    await tx.manager.createQueryBuilder().insert().into(IdempotencyKeyEntity).values(row).updateEntity(false).execute();
  }

  async countReplay(tx: Tx, keyed: Keyed): Promise<void> {
    await tx.manager.increment(IdempotencyKeyEntity, nameOf(keyed), 'replays', 1);
  }

  /** Deletes the oldest of the keys made before an instant, ten minutes' worth at most; false when there are none. */
  async sweep(tx: Tx, before: number): Promise<boolean> {
    const oldest = await tx.manager.minimum(IdempotencyKeyEntity, 'createdAt');
    if (oldest === null || Number(oldest) >= before) return false;
    const until = Math.min(before, Number(oldest) + SWEEP_MS);
    await tx.manager.delete(IdempotencyKeyEntity, { createdAt: LessThan(until) });
    return true;
  }
}

function nameOf({ scope, key }: Keyed): Pick<IdempotencyKeyEntity, 'scope' | 'key'> {
  return { scope, key };
}
