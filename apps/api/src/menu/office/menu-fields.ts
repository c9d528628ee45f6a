import { LANGUAGE_TAG, LIMITS, MENU_LIMITS } from '@comanda/shared';
import { ValidateBy } from 'class-validator';
import type { ValidationArguments } from 'class-validator';
import { field, StringListField } from '../../platform/http/index.js';
import type { FieldOptions } from '../../platform/http/index.js';

type TextRule = 'whole' | 'change';

/** A text by language; at least one language is written. */
export function TextField(options: FieldOptions & { readonly max: number }): PropertyDecorator {
  return textField('whole', options);
}

/** Texts by language to set or, with null, to remove. */
export function TextChangeField(options: FieldOptions & { readonly max: number }): PropertyDecorator {
  return textField('change', options);
}

/** Words of a fixed list, each once. */
export function WordsField(words: readonly string[], options: FieldOptions): PropertyDecorator {
  return StringListField({ ...options, max: words.length, values: words });
}

/** Ids of other entities, each once. */
export function IdsField(options: FieldOptions = {}): PropertyDecorator {
  return StringListField({ ...options, max: MENU_LIMITS.idsPerList, length: LIMITS.idLength });
}

/** Prices in minor units by the ids of variants. */
export function PricesField(options: FieldOptions): PropertyDecorator {
  const prices = { type: 'integer', minimum: 0, maximum: LIMITS.priceMinor };
  const api = { type: 'object', additionalProperties: prices } as const;
  const message = `$property must be an object with a whole number from 0 to ${LIMITS.priceMinor} for each variant`;
  return field(options, api, [ValidateBy({ name: 'isPrices', validator: { validate: arePrices } }, { message })]);
}

function arePrices(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MENU_LIMITS.idsPerList && entries.every(([id, price]) => id.length > 0 && isPrice(price));
}

function isPrice(price: unknown): boolean {
  return typeof price === 'number' && Number.isInteger(price) && price >= 0 && price <= LIMITS.priceMinor;
}

function textField(rule: TextRule, options: FieldOptions & { readonly max: number }): PropertyDecorator {
  const api = {
    type: 'object',
    additionalProperties: { type: 'string', maxLength: options.max, nullable: rule === 'change' },
    example: { en: 'Charred leeks', de: 'Verkohlter Lauch' },
  } as const;
  const validate = (value: unknown): boolean => faultOfText(value, rule, options.max) === undefined;
  const defaultMessage = (at?: ValidationArguments): string =>
    `${at?.property ?? 'text'} ${faultOfText(at?.value, rule, options.max) ?? 'is wrong'}`;
  return field(options, api, [ValidateBy({ name: 'isText', validator: { validate, defaultMessage } })]);
}

/** What is wrong with a text, to be read after its name. */
function faultOfText(value: unknown, rule: TextRule, max: number): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'must be an object with a text for each language';
  }
  const entries = Object.entries(value);
  if (entries.length > MENU_LIMITS.languages) return `must not have more than ${MENU_LIMITS.languages} languages`;
  const odd = entries.find(([language]) => !LANGUAGE_TAG.test(language));
  if (odd) return `has "${odd[0].slice(0, 20)}", which is no language tag such as "en" or "zh-Hant"`;
  const fault = entries.map(([language, text]) => faultOfWords(language, text, rule, max)).find(Boolean);
  return fault ?? (rule === 'whole' && entries.length === 0 ? 'must be written in at least one language' : undefined);
}

function faultOfWords(language: string, text: unknown, rule: TextRule, max: number): string | undefined {
  if (rule === 'change' && (text === null || text === '')) return undefined;
  if (typeof text !== 'string' || text.trim() === '') return `must have a text in "${language}"`;
  return text.length > max ? `must not be longer than ${max} characters in "${language}"` : undefined;
}
