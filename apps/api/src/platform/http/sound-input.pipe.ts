import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { LIMITS } from '@comanda/shared';
import { DomainError } from './domain-error.js';

/** Query parameters that may be sent more than once. */
const REPEATABLE = new Set(['state']);

/**
 * Refuses what the checks behind it could not stand: a body nested deeper than any request of ours, text that no
 * UTF-8 can carry, and a query parameter named twice where one is taken.
 */
@Injectable()
export class SoundInputPipe implements PipeTransform {
  transform(value: unknown, { type, data = '' }: ArgumentMetadata): unknown {
    if (type === 'query' && Array.isArray(value) && !REPEATABLE.has(data)) throw namedTwice(data);
    if (deeperThan(value, LIMITS.jsonDepth)) {
      throw new DomainError(
        'unreadable_body',
        `The body is nested too deeply; ${String(LIMITS.jsonDepth)} levels are the most.`,
      );
    }
    if (hasBrokenText(value)) {
      throw new DomainError('unreadable_body', 'A text holds half a character (a lone surrogate). Send it as UTF-8.');
    }
    return value;
  }
}

function namedTwice(name: string): DomainError {
  const detail = `Send "${name}" once.`;
  return new DomainError('invalid_request', detail, [{ pointer: `#query/${name}`, code: 'named_twice', detail }]);
}

/** The depth is bounded by now. */
function hasBrokenText(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed();
  if (!isContainer(value)) return false;
  return Object.entries(value).some(([key, each]) => !key.isWellFormed() || hasBrokenText(each));
}

/** Looks level by level, without recursion. */
function deeperThan(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((each) => (isContainer(each) ? Object.values(each).filter(isContainer) : []));
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
}
