import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { LIMITS } from '@comanda/shared';
import type { ProblemItem } from '@comanda/shared';
import { DomainError } from './domain-error.js';

/** Query parameters that may be sent more than once. */
const REPEATABLE = new Set(['state']);
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\x00-\x1f\x7f]/;

/**
 * Refuses what the checks behind it could not stand: ids in the address that no id can be, a query parameter named
 * twice where one is taken, and a body that is no JSON object. What is inside of a body, strict-json.ts has seen.
 */
@Injectable()
export class SoundInputPipe implements PipeTransform {
  transform(value: unknown, { type, data, metatype }: ArgumentMetadata): unknown {
    if (type === 'param') requireIds(data === undefined ? value : { [data]: value });
    if (type === 'query') requireSoundQuery(data === undefined ? value : { [data]: value });
    if (type === 'body') requireObject(value, metatype);
    return value;
  }
}

function requireIds(params: unknown): void {
  if (Object.values(params ?? {}).every(isId)) return;
  throw new DomainError('not_found', 'There is nothing at this address.');
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LIMITS.idLength && value.isWellFormed() && !CONTROL.test(value);
}

function requireSoundQuery(query: unknown): void {
  const problems = Object.entries(query ?? {}).flatMap(([name, value]) => problemOf(name, value));
  if (problems.length > 0)
    throw new DomainError('invalid_query', 'Some query parameters are wrong; see errors.', problems);
}

function problemOf(name: string, value: unknown): ProblemItem[] {
  const pointer = `#query/${name}`;
  if (Array.isArray(value) && !REPEATABLE.has(name)) {
    return [{ pointer, code: 'named_twice', detail: `Send "${name}" once.` }];
  }
  const sound = [value]
    .flat()
    .every((each) => typeof each !== 'string' || (each.isWellFormed() && !CONTROL.test(each)));
  return sound ? [] : [{ pointer, code: 'broken_text', detail: 'Send whole, visible characters as UTF-8.' }];
}

/** A body that is text or bytes has its own reader; a missing one counts as an object without fields. */
function requireObject(value: unknown, metatype: ArgumentMetadata['metatype']): void {
  if (value === undefined && metatype !== Object) return;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  if (typeof value === 'string' && metatype === Object) return;
  const detail = value === undefined ? 'Send a body.' : 'The body must be a JSON object.';
  throw new DomainError('invalid_request', detail, [{ pointer: '', code: 'not_object', detail }]);
}
