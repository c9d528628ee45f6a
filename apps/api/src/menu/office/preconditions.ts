import { DomainError } from '../../platform/http/index.js';

const LIST = /^\s*(W\/)?"[\x21\x23-\x7e\x80-\xff]*"\s*(,\s*(W\/)?"[\x21\x23-\x7e\x80-\xff]*"\s*)*$/;

/** The versions of which one must hold for a change to be made: the value of `If-Match`, RFC 9110 section 13.1.1. */
export type Precondition = readonly string[] | 'any';

/** Reads `If-Match`; throws `precondition_required` without it and `invalid_header` when it is no list of ETags. */
export function requirePrecondition(header: string | undefined): Precondition {
  if (header === undefined || header.trim() === '') {
    const detail = 'Send the ETag of what you have seen in If-Match, so that nobody is overwritten unseen.';
    throw new DomainError('precondition_required', detail, [
      { pointer: '#header/If-Match', code: 'precondition_required', detail },
    ]);
  }
  if (header.trim() === '*') return 'any';
  if (!LIST.test(header)) {
    throw new DomainError(
      'invalid_header',
      'If-Match must be the ETag of an earlier answer, with its quotation marks.',
    );
  }
  return tagsOf(header);
}

/** What a whole entity may be put in place of: nothing yet, or what has been seen. */
export type PutPrecondition = 'nothing' | Precondition;

/** Reads `If-None-Match: *` (make a new one) or `If-Match` (replace the seen one); one of the two is needed. */
export function requirePutPrecondition(ifMatch: string | undefined, ifNoneMatch: string | undefined): PutPrecondition {
  if (ifNoneMatch === undefined) return requirePrecondition(ifMatch);
  if (ifNoneMatch.trim() === '*' && ifMatch === undefined) return 'nothing';
  throw new DomainError(
    'invalid_header',
    'Send either "If-None-Match: *" to make a new one, or If-Match to replace it.',
  );
}

/** Throws `version_mismatch` or `not_found` when what is there is not what may be replaced. */
export function refuseOtherState(wanted: PutPrecondition, current: string | undefined): void {
  if (current === undefined) {
    if (wanted !== 'nothing') throw new DomainError('not_found', 'There is nothing to replace; send If-None-Match: *.');
    return;
  }
  if (wanted !== 'nothing') return refuseOtherVersion(wanted, current);
  const detail = 'There is one with this id already. Choose another id, or send its ETag in If-Match to replace it.';
  throw new DomainError('version_mismatch', detail, [
    { pointer: '#header/If-None-Match', code: 'already_exists', detail },
  ]);
}

/** Throws `version_mismatch` when what holds now is none of the versions that were asked for. */
export function refuseOtherVersion(wanted: Precondition, current: string): void {
  if (wanted === 'any' || wanted.includes(current)) return;
  const detail = 'Somebody has changed it since you have seen it. Load it again, look, and repeat your change.';
  throw new DomainError('version_mismatch', detail, [
    { pointer: '#header/If-Match', code: 'version_mismatch', detail },
  ]);
}

/** True when `If-None-Match` names what holds now; compared weakly (RFC 9110 section 13.1.2). */
export function isKnown(header: string | undefined, current: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return tagsOf(header).some((tag) => tag.replace(/^W\//, '') === current);
}

function tagsOf(header: string): string[] {
  return header.split(',').map((tag) => tag.trim());
}
