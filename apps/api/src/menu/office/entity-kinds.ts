import type { Item, MenuDocument, MenuEntityRef, ModifierGroup, Section, Text } from '@comanda/shared';
import { etag } from '../../platform/http/index.js';
import { contentHash } from '../canonical.js';
import { itemViewIn } from './item-view.js';

/** What has an address of its own in the office. */
export type EntityKind = 'item' | 'section' | 'modifier-group';
export type Entity = Item<Text> | Section<Text> | ModifierGroup<Text>;

const LISTS = { item: 'items', section: 'sections', 'modifier-group': 'modifierGroups' } as const;

/** The name of the list in which a kind stands in the document. */
export function listOf(kind: EntityKind): (typeof LISTS)[EntityKind] {
  return LISTS[kind];
}

export function entityIn(document: MenuDocument, kind: EntityKind, id: string): Entity | undefined {
  const list: readonly Entity[] = document[LISTS[kind]];
  return list.find((entity) => entity.id === id);
}

/** The ETag of an entity of the document; an item's covers its sections too. */
export function versionOf(document: MenuDocument, kind: EntityKind, id: string): string {
  const entity = entityIn(document, kind, id);
  if (kind !== 'item') return etag(contentHash(entity));
  const item = document.items.find((each) => each.id === id);
  return item ? itemViewIn(document, item).etag : etag(contentHash(undefined));
}

/** Where an entity stands in the body that was put; undefined when it is no part of that. */
export function pointerInto(
  document: MenuDocument,
  kind: EntityKind,
  id: string,
  sought: MenuEntityRef,
): string | undefined {
  if (sought.kind === kind) return sought.id === id ? '' : undefined;
  const entity = entityIn(document, kind, id);
  if (sought.kind === 'variant' && entity && 'variants' in entity)
    return pointerOf('variants', entity.variants, sought);
  if (sought.kind === 'option' && entity && 'options' in entity) return pointerOf('options', entity.options, sought);
  return undefined;
}

function pointerOf(
  list: string,
  parts: readonly { readonly id: string }[],
  { id: sought }: MenuEntityRef,
): string | undefined {
  // Of two with one id the second is the one too many.
  const index = parts.findLastIndex(({ id }) => id === sought);
  return index < 0 ? undefined : `/${list}/${String(index)}`;
}
