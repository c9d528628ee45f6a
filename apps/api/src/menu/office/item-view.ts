import type { Item, MenuDocument, MenuItemView, Section, Text } from '@comanda/shared';
import { etag } from '../../platform/http/index.js';
import { contentHash } from '../canonical.js';

/** An item with the sections in which it stands and the version of both. */
export function toMenuItemView(item: Item<Text>, sections: readonly Section<Text>[]): MenuItemView {
  const sectionIds = sections.map(({ id }) => id);
  return { etag: etag(contentHash([sectionIds, item])), sectionIds, item };
}

/** The same for one item of a document that has no index. */
export function itemViewIn(document: MenuDocument, item: Item<Text>): MenuItemView {
  return toMenuItemView(
    item,
    document.sections.filter(({ itemIds }) => itemIds.includes(item.id)),
  );
}
