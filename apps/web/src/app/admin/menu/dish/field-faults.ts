import type { ProblemItem } from '@comanda/shared';

/** Something wrong with one field; the pointer is the one that the API uses for it. */
export interface FieldFault {
  readonly pointer: string;
  readonly text: string;
}

/** What a refusal says, sorted to the fields of a form. */
export interface SortedFaults {
  readonly faults: readonly FieldFault[];
  /** What no field is to blame for. */
  readonly rest: readonly string[];
}

/** The element in which the field is edited. */
export function controlIdOf(form: string, pointer: string): string {
  return form + pointer.replaceAll(/[^A-Za-z0-9]+/g, '-');
}

/** Gives each problem to the field that it names, or to the nearest one in the form. */
export function sortFaults(items: readonly ProblemItem[], fields: readonly string[]): SortedFaults {
  const placed = items.map(({ pointer, detail }) => ({ pointer: nearestField(pointer, fields), text: detail }));
  return {
    faults: placed.flatMap(({ pointer, text }) => (pointer === null ? [] : [{ pointer, text }])),
    rest: placed.flatMap(({ pointer, text }) => (pointer === null ? [text] : [])),
  };
}

/** `/variants/0` is told at the first field of that size, `/availability/0/days/2` at its days. */
export function nearestField(pointer: string, fields: readonly string[]): string | null {
  if (!pointer.startsWith('/')) return null;
  const found = fields.find((field) => field === pointer || field.startsWith(`${pointer}/`));
  return found ?? nearestField(pointer.slice(0, pointer.lastIndexOf('/')), fields);
}
