import { randomFillSync } from 'node:crypto';
import { encodeTime, monotonicFactory } from 'ulid';

const BYTE_VALUES = 256;
const TOKEN_BYTES = 16;
const pool = Buffer.alloc(4096);
let used = pool.length;

/** Where in the pool so many bytes stand that nobody has had; asking the system for each id would take longer than the rest. */
function reserve(count: number): number {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return used - count;
}

/** From 0 to below 1. */
function random(): number {
  return (pool[reserve(1)] ?? 0) / BYTE_VALUES;
}

const next = monotonicFactory(random);

/** A new id: 26 characters, sorted by time, unique over all machines. */
export function newId(): string {
  return next();
}

/** What the ids that are made from this moment on sort after. */
export function idsSince(milliseconds: number): string {
  return encodeTime(milliseconds);
}

/** 128 random bits that nobody can guess, as 22 characters fit for a URL. */
export function newToken(): string {
  const from = reserve(TOKEN_BYTES);
  return pool.toString('base64url', from, from + TOKEN_BYTES);
}
