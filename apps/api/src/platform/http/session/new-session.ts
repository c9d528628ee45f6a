import { newToken } from '../../clock/index.js';
import { secretHash } from './secret-hash.js';

/** What every table of sessions holds: the table alone opens no session. */
export interface StoredSession {
  readonly secretHash: string;
  readonly csrfToken: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A session that is not stored yet, and the secret that its cookie carries. */
export function newSession(now: number, lifeMs: number): { readonly secret: string; readonly stored: StoredSession } {
  const secret = newToken() + newToken();
  const stored = { secretHash: secretHash(secret), csrfToken: newToken(), createdAt: now, expiresAt: now + lifeMs };
  return { secret, stored };
}
