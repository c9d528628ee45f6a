import { randomBytes, randomFillSync } from 'node:crypto';
import { encodeTime, monotonicFactory } from 'ulid';

const BYTE_VALUES = 256;
const pool = Buffer.alloc(4096);
let used = pool.length;

/** From 0 to below 1; asking the system for each character of an id would take longer than all the rest of it. */
function random(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return (pool[used++] ?? 0) / BYTE_VALUES;
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
  return randomBytes(16).toString('base64url');
}
