import type { Item, MenuDocument, ModifierGroup, Section, Text } from '@comanda/shared';
import { DomainError } from '../../platform/http/index.js';
import { listOf } from './entity-kinds.js';
import type { EntityKind } from './entity-kinds.js';

/** Throws `not_found`. */
export function itemIn({ items }: MenuDocument, itemId: string): Item<Text> {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new DomainError('not_found', 'There is no such item on the menu.');
  return item;
}

/** Throws `not_found`. */
export function groupIn({ modifierGroups }: MenuDocument, groupId: string): ModifierGroup<Text> {
  const group = modifierGroups.find(({ id }) => id === groupId);
  if (!group) throw new DomainError('not_found', 'There is no such group on the menu.');
  return group;
}

/** The item that has the variant; throws `not_found`. */
export function itemOfVariant({ items }: MenuDocument, variantId: string): Item<Text> {
  const item = items.find(({ variants }) => variants.some(({ id }) => id === variantId));
  if (!item) throw new DomainError('not_found', 'There is no such variant on the menu.');
  return item;
}

/** The document with the item in place of the one with its id, or at the end. */
export function withItem(document: MenuDocument, item: Item<Text>): MenuDocument {
  return { ...document, items: withEntity(document.items, item) };
}

/** The list with the entity in place of the one with its id, or at the end. */
export function withEntity<Entity extends { readonly id: string }>(
  entities: readonly Entity[],
  entity: Entity,
): Entity[] {
  const known = entities.some(({ id }) => id === entity.id);
  return known ? entities.map((each) => (each.id === entity.id ? entity : each)) : [...entities, entity];
}

/** The document with the item in exactly these sections: where it stands already it keeps its place. */
export function inSections(document: MenuDocument, itemId: string, sectionIds: readonly string[]): MenuDocument {
  const placed = (section: Section<Text>): Section<Text> => {
    const { id, itemIds } = section;
    const stands = itemIds.includes(itemId);
    if (stands === sectionIds.includes(id)) return section;
    return { ...section, itemIds: stands ? itemIds.filter((each) => each !== itemId) : [...itemIds, itemId] };
  };
  return { ...document, sections: document.sections.map(placed) };
}

/** The document without the entity; an item leaves its sections too. */
export function withoutEntity(document: MenuDocument, kind: EntityKind, entityId: string): MenuDocument {
  const rest = { ...document, [listOf(kind)]: document[listOf(kind)].filter(({ id }) => id !== entityId) };
  return kind === 'item' ? inSections(rest, entityId, []) : rest;
}
