import { LIMITS, pointer } from '@comanda/shared';
import type { ProblemItem } from '@comanda/shared';
import { DomainError } from '../domain-error.js';
import { JsonScan } from './json-scan.js';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** A rough measure of where a body stops being JSON is all that a person needs. */
const PLACE = /line \d+ column \d+/;

/**
 * Reads a body as I-JSON (RFC 7493): sound UTF-8, no name twice in one object, no half characters, no number beyond a
 * double, not nested deeper than `LIMITS.jsonDepth`. Throws `unreadable_body` with the pointer of each fault.
 */
export function parseStrictJson(body: Buffer): unknown {
  const text = decode(body);
  const value = parse(text);
  const { tooDeep, faults } = new JsonScan(text, LIMITS.jsonDepth).run();
  if (tooDeep) {
    const most = String(LIMITS.jsonDepth);
    throw new DomainError('unreadable_body', `The body is nested too deeply; ${most} levels are the most.`);
  }
  if (faults.length > 0) {
    throw new DomainError('unreadable_body', 'The body cannot be taken as it is; see errors.', faults.map(toItem));
  }
  return value;
}

function decode(body: Buffer): string {
  try {
    return UTF8.decode(body);
  } catch {
    throw new DomainError('unreadable_body', 'The body is not sound UTF-8. Send JSON encoded as UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = error instanceof Error ? PLACE.exec(error.message)?.[0] : undefined;
    const detail = `The body is not readable JSON${place === undefined ? '' : `: see ${place}`}.`;
    throw new DomainError('unreadable_body', detail);
  }
}

function toItem({ path, code }: { path: readonly string[]; code: keyof typeof DETAILS }): ProblemItem {
  return { pointer: pointer(...path), code, detail: DETAILS[code] };
}

const DETAILS = {
  duplicate_name: 'This name is given more than once in its object. Send it once.',
  forbidden_name: 'A field cannot have this name. Leave it out.',
  broken_text: 'The text holds half a character (a lone surrogate). Send whole characters.',
  number_too_large: 'The number is too large to be read. Send a smaller one.',
} as const;
