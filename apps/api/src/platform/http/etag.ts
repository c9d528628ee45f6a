import { DomainError } from './domain-error.js';

/** A strong entity tag (RFC 9110, 8.8.3) for a version: `"7"`. */
export function etag(version: number | string): string {
  return `"${String(version)}"`;
}

/** The version that an `If-Match` header asks for; undefined for `*` and when there is none. Throws `invalid_header`. */
export function versionOfIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (version === undefined) {
    throw new DomainError('invalid_header', 'If-Match must be the ETag of an earlier answer, for example "7".');
  }
  return Number(version);
}
