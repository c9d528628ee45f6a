import { Column, PrimaryColumn } from 'typeorm';
import type { ColumnOptions, ValueTransformer } from 'typeorm';
import { DIALECT } from './dialect.js';

/** mysql2 gives 64-bit columns as strings to be safe; all of ours stay far below 2^53. */
const asNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value)),
};

const asJson: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
};

const asBoolean: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'boolean' ? Number(value) : value),
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value) === 1),
};

type Extra = Pick<ColumnOptions, 'nullable' | 'unique' | 'default'>;

/** An id made by us or by a menu document, at most 64 characters. */
export const IdColumn = (extra: Extra = {}): PropertyDecorator => Column({ type: 'varchar', length: 64, ...extra });

/** A part of the primary key that is an id. */
export const PrimaryIdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: 64 });

/** A part of the primary key that is a whole number. */
export const PrimaryCountColumn = (): PropertyDecorator => PrimaryColumn({ type: 'bigint', transformer: asNumber });

/** A short word from a fixed list: a state, a type, a code. */
export const WordColumn = (extra: Extra = {}): PropertyDecorator => Column({ type: 'varchar', length: 32, ...extra });

/** A text for people of a bounded length. */
export const NameColumn = (length: number, extra: Extra = {}): PropertyDecorator =>
  Column({ type: 'varchar', length, ...extra });

/** A whole number: an amount in minor units, a count, a version. */
export const CountColumn = (extra: Extra = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: asNumber, ...extra });

/** An instant in milliseconds since 1970-01-01T00:00Z. */
export const InstantColumn = CountColumn;

export const FlagColumn = (extra: Extra = {}): PropertyDecorator =>
  Column({ type: 'smallint', transformer: asBoolean, ...extra });

/** A small JSON value, at most 64 KiB as text. */
export const JsonColumn = (extra: Extra = {}): PropertyDecorator =>
  Column({ type: 'text', transformer: asJson, ...extra });

/** A JSON value of up to 16 MiB. */
export const LargeJsonColumn = (extra: Extra = {}): PropertyDecorator =>
  Column({ type: DIALECT === 'mysql' ? 'mediumtext' : 'text', transformer: asJson, ...extra });

/** Bytes, up to 16 MiB. */
export const BytesColumn = (extra: Extra = {}): PropertyDecorator =>
  Column({ type: DIALECT === 'mysql' ? 'mediumblob' : 'blob', ...extra });
