import type { FastifyReply } from 'fastify';
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

/** The same, where the header must be there: throws `precondition_required` when there is none. */
export function requireVersion(header: string | undefined): number | undefined {
  if (header !== undefined) return versionOfIfMatch(header);
  throw new DomainError(
    'precondition_required',
    'Send If-Match with the ETag (the version in quotes) that you have seen, or * to act whatever the version.',
  );
}

/** Whether `If-None-Match` (RFC 9110, 13.1.2) names the tag: then 304 is the answer. */
export function isUnchanged(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag || each.trim() === '*');
}

/** Answers 304: what the caller has is what there is. */
export function unchanged(reply: FastifyReply, tag: string): undefined {
  void reply.status(304).header('ETag', tag);
  return undefined;
}
