import type { MenuDocument } from '@comanda/shared';

/** A foreign menu knows no tax classes and no rules of groups: those that the restaurant has set stay. */
export function withOwnSettings(document: MenuDocument, before: MenuDocument): MenuDocument {
  const items = new Map(before.items.map((item) => [item.id, item]));
  const groups = new Map(before.modifierGroups.map((group) => [group.id, group]));
  return {
    ...document,
    items: document.items.map((item) => ({ ...item, taxClass: items.get(item.id)?.taxClass ?? item.taxClass })),
    modifierGroups: document.modifierGroups.map((group) => {
      const { kind, freeCount, priceRule } = groups.get(group.id) ?? group;
      return { ...group, kind, freeCount, priceRule };
    }),
  };
}
