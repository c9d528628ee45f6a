import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from '@nestjs/common';
import { pointer } from '@comanda/shared';
import type { ProblemItem } from '@comanda/shared';
import { DomainError } from './domain-error.js';

/** An answer that names more problems than this helps nobody and costs a lot. */
const MOST_PROBLEMS = 100;

/** Refuses a body with unknown or wrong fields and names every one of them with a JSON pointer. */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) =>
      new DomainError(
        'invalid_request',
        'Some fields are wrong; each is named in errors.',
        problemItems(errors).slice(0, MOST_PROBLEMS),
      ),
  });
}

/** All constraints that failed, depth first, each with the pointer of its field. */
export function problemItems(errors: readonly ValidationError[], path: readonly string[] = []): ProblemItem[] {
  return errors.flatMap((error) => {
    const own = [...path, error.property];
    const items = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      pointer: pointer(...own),
      code: codeOf(rule),
      detail: sentence(rule, message, error.property),
    }));
    return [...items, ...problemItems(error.children ?? [], own)];
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
