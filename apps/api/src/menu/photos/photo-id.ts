import { createHash } from 'node:crypto';

/** Changes with everything in photo-cutting.ts that changes what comes out: another outcome must have another address. */
const CUT_BY = 'cuts-1';

/** The id of a photo: a hash of its bytes and of how they are cut. */
export function photoId(bytes: Buffer): string {
  const hash = createHash('sha256').update(CUT_BY).update(bytes).digest();
  return hash.subarray(0, 16).toString('base64url');
}
