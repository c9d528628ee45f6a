import { randomBytes } from 'node:crypto';
import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/** A new id: 26 characters, sorted by time, unique over all machines. */
export function newId(): string {
  return next();
}

/** 128 random bits that nobody can guess, as 22 characters fit for a URL. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}
