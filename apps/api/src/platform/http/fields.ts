import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isSurelySound, NEVER_SURE, SureWhen } from './sound-body.js';
import type { Sure } from './sound-body.js';

export interface FieldOptions {
  readonly optional?: boolean;
  /** With `optional`: false refuses null; true says that null removes the value. */
  readonly nullable?: boolean;
  readonly example?: unknown;
  readonly description?: string;
}

type Class = new () => object;

/** A field of a request: what is checked and what the OpenAPI says of it, in one place. */
export function field(
  options: FieldOptions,
  api: ApiPropertyOptions,
  checks: PropertyDecorator[],
  sure: Sure = NEVER_SURE,
): PropertyDecorator {
  const { optional = false, nullable = false, example, description } = options;
  const optionality = { required: !optional, ...(nullable ? { nullable } : {}) };
  const described = { ...api, ...optionality, ...(example === undefined ? {} : { example }) };
  return applyDecorators(
    ApiProperty({ ...described, ...(description === undefined ? {} : { description }) } as ApiPropertyOptions),
    ...presence(options),
    ...checks,
    SureWhen(sure, optional),
  );
}

function presence({ optional = false, nullable }: FieldOptions): PropertyDecorator[] {
  if (!optional) return [];
  return nullable === false ? [ValidateIf((_, value) => value !== undefined)] : [IsOptional()];
}

export function StringField(
  options: FieldOptions & { readonly min?: number; readonly max: number; readonly pattern?: RegExp },
): PropertyDecorator {
  const { min = 0, max, pattern } = options;
  const api = { type: String, minLength: min, maxLength: max, ...(pattern ? { pattern: pattern.source } : {}) };
  const checks = [IsString(), MinLength(min), MaxLength(max), ...(pattern ? [Matches(pattern)] : [])];
  const sure: Sure = (value) => typeof value === 'string' && isOfLength(value, min, max) && !pattern;
  return field(options, api, checks, sure);
}

/** The checks count an astral character once; with one of them they have to count. */
function isOfLength(text: string, min: number, max: number): boolean {
  return text.length >= min && text.length <= max && (min <= 1 || !SURROGATE.test(text));
}

const SURROGATE = /[\ud800-\udfff]/;

/** A whole number from `min` to `max`. */
export function IntField(options: FieldOptions & { readonly min: number; readonly max: number }): PropertyDecorator {
  const { min, max } = options;
  const sure: Sure = (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  return field(options, { type: 'integer', minimum: min, maximum: max }, [IsInt(), Min(min), Max(max)], sure);
}

/** Degrees of a latitude or longitude, from `-most` to `most`. */
export function DegreesField(options: FieldOptions & { readonly most: number }): PropertyDecorator {
  const { most } = options;
  const checks = [IsNumber({ allowNaN: false, allowInfinity: false }), Min(-most), Max(most)];
  return field(options, { type: Number, minimum: -most, maximum: most }, checks);
}

export function EnumField(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  const known = new Set<unknown>(values);
  return field(options, { type: String, enum: [...values] }, [IsIn(values)], (value) => known.has(value));
}

export function BooleanField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, [IsBoolean()], (value) => typeof value === 'boolean');
}

/** With its offset; ISO 8601 has weeks, days of the year and local times too, which are no instants. */
const RFC_3339 = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** An RFC 3339 instant. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  const message = '$property must be an instant like 2026-11-25T18:30:00Z';
  const checks = [Matches(RFC_3339, { message }), IsISO8601({ strict: true }, { message })];
  return field(options, { type: String, format: 'date-time' }, checks);
}

export function ObjectField(type: () => Class, options: FieldOptions = {}): PropertyDecorator {
  const checks = [IsObject(), ValidateNested(), Type(type)];
  return field(options, { type: () => type() }, checks, (value) => isSurelySound(type(), value));
}

export function ListField(type: () => Class, options: FieldOptions & { readonly max: number }): PropertyDecorator {
  const checks = [
    IsArray(),
    ArrayMaxSize(options.max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  ];
  const sure: Sure = (value) =>
    Array.isArray(value) && value.length <= options.max && value.every((each) => isSurelySound(type(), each));
  return field(options, { type: () => type(), isArray: true, maxItems: options.max }, checks, sure);
}

/** A list of texts without repetition; with `values` each is one of them. */
export function StringListField(
  options: FieldOptions & { readonly max: number; readonly length?: number; readonly values?: readonly string[] },
): PropertyDecorator {
  const { max, length = 64, values } = options;
  const each = values === undefined ? { type: 'string', maxLength: length } : { type: 'string', enum: [...values] };
  const api = { type: 'array', items: each, maxItems: max, uniqueItems: true } as ApiPropertyOptions;
  const checks = [
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsString({ each: true }),
    MaxLength(length, { each: true }),
    ...(values === undefined ? [] : [IsIn(values, { each: true })]),
  ];
  return field(options, api, checks);
}

/** A list of whole numbers, each from `min` to `max`. */
export function IntListField(
  options: FieldOptions & { readonly min: number; readonly max: number; readonly items: number },
): PropertyDecorator {
  const { min, max, items } = options;
  const each = { type: 'integer', minimum: min, maximum: max };
  const api = { type: 'array', items: each, maxItems: items, uniqueItems: true } as ApiPropertyOptions;
  const checks = [
    IsArray(),
    ArrayMaxSize(items),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(min, { each: true }),
    Max(max, { each: true }),
  ];
  return field(options, api, checks);
}
