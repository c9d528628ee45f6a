import { LANGUAGE_TAG } from '@comanda/shared';
import type { LanguageTag, ProblemItem } from '@comanda/shared';
import { DomainError } from '../../platform/http/index.js';
import type { Plain } from './entity-faults.js';

const LISTS = ['languages', 'sections', 'items', 'modifierGroups'] as const;

/** What the rest of a document hangs on; throws `invalid_request` naming all that is missing. */
export function refuseFrame(upload: Plain): { readonly currency: string; readonly defaultLanguage: LanguageTag } {
  const { currency, defaultLanguage, ingredients } = upload;
  const problems: ProblemItem[] = LISTS.filter((list) => !Array.isArray(upload[list])).map(noList);
  if (ingredients !== undefined && ingredients !== null && !Array.isArray(ingredients)) {
    problems.push(noList('ingredients'));
  }
  if (!isCurrency(currency)) {
    const detail = 'Say the currency of the prices as a code of three capital letters, such as EUR.';
    problems.push({ pointer: '/currency', code: 'invalid_currency', detail });
  }
  if (!isLanguage(defaultLanguage)) {
    const detail = 'Say the language on which the others fall back, such as "en".';
    problems.push({ pointer: '/defaultLanguage', code: 'invalid_language', detail });
  }
  if (problems.length > 0 || !isCurrency(currency) || !isLanguage(defaultLanguage)) {
    throw new DomainError('invalid_request', 'The menu cannot be read; errors names each point.', problems);
  }
  return { currency, defaultLanguage };
}

function noList(list: string): ProblemItem {
  return { pointer: `/${list}`, code: 'invalid_value', detail: `Send ${list} as a list. It may be empty.` };
}

function isCurrency(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}

function isLanguage(value: unknown): value is LanguageTag {
  return typeof value === 'string' && LANGUAGE_TAG.test(value);
}
