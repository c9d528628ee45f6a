import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../clock/index.js';
import { Database, Tx } from '../../database/index.js';
import type { Row, Statement } from '../../database/index.js';
import type { Answer, KeyedAnswer } from './answer.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { requireSameRequest } from './keyed-request.js';
import type { Keyed } from './keyed-request.js';

/** Where an answer would stand while its request is still at work. */
const UNANSWERED: Answer = { status: 0, body: {} };
const SWEEP_MS = 600_000;
/** A key is claimed before its effect, which may have to wait for others and be tried again. */
const NEAR_MS = 10_000;

/** Answers about a subject that changed at these instants. */
interface Redacted {
  readonly about: string;
  readonly changedAt: readonly number[];
}

@Injectable()
export class IdempotencyKeyRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The answer kept under the key. Throws `idempotency_key_reused` when it belongs to another request. */
  async find(keyed: Keyed): Promise<KeyedAnswer | undefined> {
    const row = await this.database.reader.findOneBy(IdempotencyKeyEntity, nameOf(keyed));
    return row ? toKeyedAnswer(row, keyed) : undefined;
  }

  /** Takes the key; a rival with the same key waits here until this transaction has ended. */
  async claim(tx: Tx, keyed: Keyed): Promise<void> {
    await this.insert(tx, keyed, UNANSWERED);
  }

  async fill(tx: Tx, keyed: Keyed, { status, headers = {}, body }: Answer): Promise<void> {
    await tx.manager.update(IdempotencyKeyEntity, nameOf(keyed), { status, headers, body: body as object });
  }

  async insert(tx: Tx, keyed: Keyed, answer: Answer): Promise<void> {
    this.keep(tx, keyed, answer);
    await tx.flush();
  }

  /** Keeps the answer when the transaction ends. */
  keep(tx: Tx, keyed: Keyed, { status, headers = {}, body }: Answer): void {
    const row = { ...keyed, status, headers, body: body as object, createdAt: this.clock.now(), replays: 0 };
    tx.insert(IdempotencyKeyEntity, [row]);
  }

  /** Notes, when the transaction ends, that the answer was given again. */
  countReplay(tx: Tx, { scope, key }: Keyed): void {
    const sql = 'UPDATE idempotency_keys SET replays = replays + 1 WHERE scope = ? AND `key` = ?';
    tx.write({ sql, values: [scope, key] });
  }

  /** Finds what is kept under many keys at once; {@link keptBy} reads the rows. */
  lookUp(tx: Tx, keyed: readonly Keyed[]): Statement[] {
    const table = tx.table(IdempotencyKeyEntity);
    return [...Map.groupBy(keyed, ({ scope }) => scope)].map(([scope, own]) => {
      const marks = own.map(() => '?').join(', ');
      const values = [scope, ...own.map(({ key }) => key)];
      return table.select(`scope = ? AND \`key\` IN (${marks})`, values, 'idempotency_keys_once');
    });
  }

  /** The answer among the rows that is kept under the key. Throws `idempotency_key_reused`. */
  keptBy(tx: Tx, rows: readonly Row[], keyed: Keyed): KeyedAnswer | undefined {
    const row = rows.find(({ scope, key }) => scope === keyed.scope && key === keyed.key);
    return row && toKeyedAnswer(tx.table(IdempotencyKeyEntity).read(row), keyed);
  }

  /** Rewrites the answers that speak of a subject; they were kept about when it changed. */
  async redact(tx: Tx, { about, changedAt }: Redacted, redact: (body: unknown) => unknown): Promise<void> {
    if (changedAt.length === 0) return;
    const table = tx.table(IdempotencyKeyEntity);
    const near = changedAt.map(() => 'createdAt BETWEEN ? AND ?').join(' OR ');
    const times = changedAt.flatMap((at) => [at - NEAR_MS, at + NEAR_MS]);
    const [rows = []] = await tx.send([table.select(`(${near}) AND body LIKE ?`, [...times, `%"${about}"%`])]);
    for (const { scope, key, body } of rows.map((row) => table.read(row))) {
      tx.write(table.update({ body: redact(body) }, { scope, key }));
    }
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

function toKeyedAnswer({ fingerprint, status, headers, body }: IdempotencyKeyEntity, keyed: Keyed): KeyedAnswer {
  requireSameRequest({ fingerprint }, keyed);
  return { status, headers, body, replayed: true };
}

function nameOf({ scope, key }: Keyed): Pick<IdempotencyKeyEntity, 'scope' | 'key'> {
  return { scope, key };
}
