import type { Text, TextChange } from '@comanda/shared';

/** The entity with the changes: what is absent stays, null takes the value away. */
export function withChanges<Entity extends object>(
  entity: Entity,
  changes: { readonly [Field in keyof Entity]?: Entity[Field] | null | undefined },
): Entity {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const kept = Object.entries({ ...entity, ...Object.fromEntries(given) }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as Entity;
}

/** The text with the changes by language; null when nothing of it is left, undefined when nothing was asked. */
export function textWith(text: Text | undefined, change: TextChange | null | undefined): Text | null | undefined {
  if (change === undefined || change === null) return change;
  const written = Object.entries({ ...text, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1].trim() !== '',
  );
  return written.length === 0 ? null : Object.fromEntries(written);
}
