import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform, ValidationError } from '@nestjs/common';
import { pointer } from '@comanda/shared';
import type { ProblemItem } from '@comanda/shared';
import { DomainError } from './domain-error.js';
import { isSurelySound } from './sound-body.js';

/** An answer that names more problems than this helps nobody and costs a lot. */
const MOST_PROBLEMS = 100;

const TAKE_NOTHING = new WeakSet<object>();

/** Refuses bodies and query parameters that are unknown or wrong, and names every one of them with a pointer. */
export function requestValidation(): PipeTransform {
  const body = strictly(
    (errors) =>
      new DomainError('invalid_request', 'Some fields are wrong; each is named in errors.', problemItems(errors)),
  );
  const query = strictly((errors) => {
    const items = problemItems(errors).map((item) => ({ ...item, pointer: `#query${item.pointer}` }));
    return new DomainError('invalid_query', 'Some query parameters are wrong; each is named in errors.', items);
  });
  return {
    transform: (value: unknown, metadata: ArgumentMetadata): unknown => {
      const { type, metatype } = metadata;
      if (type === 'query') return unlessEmpty(query, value, metadata);
      if (type === 'body' && metatype && isSurelySound(metatype, value)) return value;
      return body.transform(value, metadata);
    },
  };
}

/** Most queries are empty; whether a class takes that is found out once. */
async function unlessEmpty(pipe: PipeTransform, value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
  const { metatype, data } = metadata;
  const isEmpty = data === undefined && typeof value === 'object' && Object.keys(value ?? {}).length === 0;
  if (!metatype || !isEmpty) return pipe.transform(value, metadata) as unknown;
  if (!TAKE_NOTHING.has(metatype)) await pipe.transform(value, metadata);
  TAKE_NOTHING.add(metatype);
  return new metatype() as unknown;
}

function strictly(exceptionFactory: (errors: ValidationError[]) => DomainError): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory,
  });
}

/** The constraints that failed, depth first, each with the pointer of its field; a hundred at most. */
export function problemItems(errors: readonly ValidationError[]): ProblemItem[] {
  return itemsBelow(errors, []).slice(0, MOST_PROBLEMS);
}

function itemsBelow(errors: readonly ValidationError[], path: readonly string[]): ProblemItem[] {
  return errors.flatMap((error) => {
    const own = [...path, error.property];
    const items = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      pointer: pointer(...own),
      code: codeOf(rule),
      detail: sentence(rule, message, error.property),
    }));
    return [...items, ...itemsBelow(error.children ?? [], own)];
  });
}

function codeOf(rule: string): string {
  if (rule === 'whitelistValidation') return 'unknown_field';
  return rule.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^is_/, 'not_');
}

function sentence(rule: string, message: string, property: string): string {
  if (rule === 'whitelistValidation') return `The field "${property}" is not known here. Leave it out.`;
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
