import { createHash } from 'node:crypto';

/** What is stored of a secret: the table alone opens nothing. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
