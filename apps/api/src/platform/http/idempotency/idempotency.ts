import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Clock } from '../../clock/index.js';
import { Database, databaseFault, Transactions } from '../../database/index.js';
import type { Tx } from '../../database/index.js';
import type { Actor } from '../actor.js';
import { DomainError } from '../domain-error.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';

export interface KeyedRequest {
  readonly actor: Actor;
  /** The `Idempotency-Key` header. */
  readonly key: string;
  readonly method: string;
  /** The path without its query. */
  readonly path: string;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface KeyedAnswer extends Answer {
  /** True when an earlier request with this key had the effect. */
  readonly replayed: boolean;
}

/** Makes a request take effect once, however often it is sent (IETF draft "The Idempotency-Key HTTP Header Field"). */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in a transaction that also stores its answer under the key. The same key with the same request gets
   * the stored answer; with another request it throws `idempotency_key_reused`. A refusal leaves the key unused.
   */
  async once(request: KeyedRequest, work: (tx: Tx) => Promise<Answer>): Promise<KeyedAnswer> {
    const fingerprint = fingerprintOf(request);
    const earlier = await this.#replay(request, fingerprint);
    if (earlier) return earlier;
    try {
      const answer = await this.transactions.run(async (tx) => {
        const given = await work(tx);
        await tx.manager.insert(IdempotencyKeyEntity, this.#row(request, fingerprint, given));
        return given;
      });
      return { ...answer, replayed: false };
    } catch (error) {
      // A rival with the same key may have won; then its answer is the answer, whatever ours stumbled over.
      const rival = databaseFault(error) === 'duplicate' || error instanceof DomainError;
      const winner = rival ? await this.#replay(request, fingerprint) : undefined;
      if (winner) return winner;
      throw error;
    }
  }

  async #replay({ actor, key }: KeyedRequest, fingerprint: string): Promise<KeyedAnswer | undefined> {
    const row = await this.database.reader.findOneBy(IdempotencyKeyEntity, { scope: scopeOf(actor), key });
    if (!row) return undefined;
    if (row.fingerprint !== fingerprint) {
      throw new DomainError(
        'idempotency_key_reused',
        'This Idempotency-Key was used for another request. Make a new key for a new request.',
      );
    }
    return { status: row.status, headers: row.headers, body: row.body, replayed: true };
  }

  #row({ actor, key }: KeyedRequest, fingerprint: string, answer: Answer) {
    return {
      scope: scopeOf(actor),
      key,
      fingerprint,
      status: answer.status,
      headers: answer.headers ?? {},
      body: answer.body as object,
      createdAt: this.clock.now(),
    };
  }
}

function scopeOf(actor: Actor): string {
  return actor.kind === 'staff' ? actor.id : 'guest';
}

function fingerprintOf({ method, path, body }: KeyedRequest): string {
  return createHash('sha256')
    .update(`${method} ${path}\n${canonicalize(body ?? null) ?? ''}`)
    .digest('hex');
}

/** The header's value; throws `idempotency_key_missing` unless it is 16 to 255 visible ASCII characters. */
export function requireIdempotencyKey(header: string | undefined): string {
  if (header !== undefined && /^[\x21-\x7e]{16,255}$/.test(header)) return header;
  throw new DomainError(
    'idempotency_key_missing',
    'Send an Idempotency-Key header of 16 to 255 visible ASCII characters, new for each new request.',
  );
}
