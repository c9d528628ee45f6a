import { getMetadataStorage } from 'class-validator';

/** True only for what the checks of a field certainly let pass; false leaves the judgement to them. */
export type Sure = (value: unknown) => boolean;

/** For fields that are rare, or whose checks are no simple matter. */
export const NEVER_SURE: Sure = () => false;

type Class = abstract new () => object;

interface SureField {
  readonly sure: Sure;
  readonly optional: boolean;
}

type Fields = ReadonlyMap<string, SureField>;

const declared = new WeakMap<object, Map<string, SureField>>();
const whole = new WeakMap<Class, Fields | null>();

/** Declares when a field of a body is certainly sound. */
export function SureWhen(sure: Sure, optional: boolean): PropertyDecorator {
  return (prototype, property) => {
    const own = declared.get(prototype) ?? new Map<string, SureField>();
    declared.set(prototype, own.set(String(property), { sure, optional }));
  };
}

/**
 * True when class-validator would certainly take the value as it is: nearly every body is sound, and asking it about
 * each field of one costs as much as the rest of a request. What is not certain it decides, and names what is wrong.
 */
export function isSurelySound(type: Class, value: unknown): boolean {
  const fields = fieldsOf(type);
  if (!fields || typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = Object.entries(value);
  if (!given.every(([name, each]) => fields.get(name)?.sure(each))) return false;
  return [...fields].every(([name, { optional }]) => optional || Object.hasOwn(value, name));
}

/** The fields of a class and those it inherits; null when some of its checks were declared in another way. */
function fieldsOf(type: Class): Fields | null {
  const known = whole.get(type);
  if (known !== undefined) return known;
  const fields = new Map<string, SureField>();
  for (let each = type.prototype as object | null; each; each = Object.getPrototypeOf(each) as object | null) {
    for (const [name, field] of declared.get(each) ?? []) if (!fields.has(name)) fields.set(name, field);
  }
  const checked = getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
  const made = checked.length > 0 && checked.every(({ propertyName }) => fields.has(propertyName)) ? fields : null;
  whole.set(type, made);
  return made;
}
