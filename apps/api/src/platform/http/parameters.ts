import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { LIMITS } from '@comanda/shared';
import { EnumField, IntField } from './fields.js';

const WHOLE_NUMBER = /^\d{1,15}$/;

interface ParameterOptions {
  readonly description?: string;
}

/** A whole number in a query; always optional. */
export function IntParameter(
  options: ParameterOptions & { readonly min: number; readonly max: number },
): PropertyDecorator {
  const toNumber = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && WHOLE_NUMBER.test(value) ? Number(value) : value,
  );
  return applyDecorators(IntField({ ...options, optional: true }), toNumber);
}

/** How many a page may hold; `usual` are in it when nobody asks for another number. */
export const LimitParameter = (usual: number): PropertyDecorator =>
  IntParameter({
    min: 1,
    max: LIMITS.pageSize,
    description: `How many a page holds at most; ${String(usual)} when absent`,
  });

/** One or several of `values`: `?state=new&state=ready`. The name must be listed as repeatable in SoundInputPipe. */
export function EnumListParameter(values: readonly string[], options: ParameterOptions = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ ...options, required: false, isArray: true, type: String, enum: [...values] }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) => (value === undefined ? undefined : [value].flat())),
    IsArray(),
    IsIn(values, { each: true }),
  );
}

/** `true` or `false`; always optional. */
export function BooleanParameter(options: ParameterOptions = {}): PropertyDecorator {
  return EnumField(['true', 'false'], { ...options, optional: true });
}

/** A calendar date, `2026-11-25`; always optional. */
export function DateParameter(options: ParameterOptions = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ ...options, required: false, type: String, format: 'date' }),
    IsOptional(),
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be a date like 2026-11-25' }),
    IsISO8601({ strict: true }, { message: '$property must be a day of the calendar' }),
  );
}
