import type { ImportCounts, ImportReport, MenuDocument } from '@comanda/shared';
import { canonicalJson } from '../canonical.js';

type Entities = readonly { readonly id: string }[];

/** How many entities of each kind a change creates, updates, leaves and removes. */
export function countChanges(before: MenuDocument, after: MenuDocument): ImportReport['counts'] {
  return {
    sections: count(before.sections, after.sections),
    items: count(before.items, after.items),
    variants: count(variantsOf(before), variantsOf(after)),
    modifierGroups: count(before.modifierGroups, after.modifierGroups),
    options: count(optionsOf(before), optionsOf(after)),
  };
}

function count(before: Entities, after: Entities): ImportCounts {
  const old = new Map(before.map((entity) => [entity.id, canonicalJson(entity)]));
  const ids = new Set(after.map(({ id }) => id));
  const kept = after.filter(({ id }) => old.has(id));
  const unchanged = kept.filter((entity) => old.get(entity.id) === canonicalJson(entity)).length;
  return {
    created: after.length - kept.length,
    updated: kept.length - unchanged,
    unchanged,
    removed: before.filter(({ id }) => !ids.has(id)).length,
  };
}

function variantsOf({ items }: MenuDocument): Entities {
  return items.flatMap(({ variants }) => variants);
}

function optionsOf({ modifierGroups }: MenuDocument): Entities {
  return modifierGroups.flatMap(({ options }) => options);
}
