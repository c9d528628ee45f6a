import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from '../actor.js';
import { DomainError } from '../domain-error.js';

export interface KeyedRequest {
  readonly actor: Actor;
  /** The `Idempotency-Key` header. */
  readonly key: string;
  readonly method: string;
  /** The path without its query. */
  readonly path: string;
  readonly body: unknown;
}

/** Whose key it is, its name and the SHA-256 of what was asked under it. */
export interface Keyed {
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
}

export function keyedBy({ actor, key, method, path, body }: KeyedRequest): Keyed {
  const fingerprint = hash('sha256', `${method} ${path}\n${canonicalize(body ?? null) ?? ''}`);
  return { scope: actor.kind === 'staff' ? actor.id : 'guest', key, fingerprint };
}

/** The header's value; throws `idempotency_key_missing` unless it is 16 to 255 visible ASCII characters. */
export function requireIdempotencyKey(header: string | undefined): string {
  if (header !== undefined && /^[\x21-\x7e]{16,255}$/.test(header)) return header;
  throw new DomainError(
    'idempotency_key_missing',
    'Send an Idempotency-Key header of 16 to 255 visible ASCII characters, new for each new request.',
  );
}

/** Throws `idempotency_key_reused` when the key already stands for another request. */
export function requireSameRequest(known: Pick<Keyed, 'fingerprint'>, asked: Keyed): void {
  if (known.fingerprint === asked.fingerprint) return;
  throw new DomainError(
    'idempotency_key_reused',
    'This Idempotency-Key was used for another request. Make a new key for a new request.',
  );
}
