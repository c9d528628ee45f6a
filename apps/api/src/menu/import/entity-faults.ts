import type { MenuFindingCode } from '@comanda/shared';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';

export type Class = new () => object;
export type Plain = Readonly<Record<string, unknown>>;

/** Why a field cannot be taken. */
export interface FieldFault {
  readonly field: string;
  readonly code: MenuFindingCode;
  /** A whole sentence. */
  readonly detail: string;
  /** A field that nobody knows hurts nobody. */
  readonly unknown: boolean;
}

const CHECKS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true } as const;
const CODES: Readonly<Record<string, MenuFindingCode>> = {
  allergens: 'unknown_allergen',
  additives: 'unknown_additive',
  dietTags: 'unknown_diet_tag',
  availability: 'invalid_availability',
  recipe: 'invalid_recipe',
  name: 'missing_text',
};

/** The wrong fields of what somebody has written as an entity, the missing ones too. */
export function faultsOf(type: Class, plain: Plain): FieldFault[] {
  return validateSync(plainToInstance(type, plain), CHECKS).map((error) => ({
    field: error.property,
    code: codeOf(error.property, plain[error.property]),
    detail: sentenceOf(error),
    unknown: isUnknown(error),
  }));
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function codeOf(field: string, value: unknown): MenuFindingCode {
  if (typeof value === 'number' && value < 0 && field.endsWith('Minor')) return 'negative_price';
  return Object.hasOwn(CODES, field) ? (CODES[field] ?? 'invalid_value') : 'invalid_value';
}

function sentenceOf(error: ValidationError): string {
  if (isUnknown(error)) return `The field "${error.property.slice(0, 60)}" is not known here.`;
  const sentence = reasonIn(error) ?? `${error.property} is wrong`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`.replace(/\.?$/, '.');
}

/** The first reason, which may stand deep within: that of a line of a recipe. */
function reasonIn({ property, constraints = {}, children = [] }: ValidationError): string | undefined {
  const [own] = Object.values(constraints);
  if (own !== undefined) return own;
  const [below] = children.flatMap((child) => reasonIn(child) ?? []);
  return below === undefined ? undefined : `in ${property}: ${below}`;
}

function isUnknown({ constraints = {} }: ValidationError): boolean {
  return 'whitelistValidation' in constraints;
}
