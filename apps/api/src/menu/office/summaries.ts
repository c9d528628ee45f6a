import { formatMinor, plainName } from '@comanda/shared';
import type { ChangeItemRequest, Item, MenuDocument, Text } from '@comanda/shared';
import { entityIn } from './entity-kinds.js';
import type { EntityKind } from './entity-kinds.js';

/** One line of the list of revisions: what a person did. */
export type Summary = (before: MenuDocument, after: MenuDocument) => string;

export function changeOfItem(itemId: string, request: ChangeItemRequest): Summary {
  const fields = Object.entries(request).flatMap(([field, value]) => (value === undefined ? [] : wordsOf(field)));
  return (_, after) => `Changed ${nameOf(after, 'item', itemId)}: ${fields.join(', ')}`;
}

/** Names the prices when they differ. */
export function changeOfVariant(itemId: string, variantId: string): Summary {
  return (before, after) => {
    const [old, now] = [before, after].map((document) => priceOf(document, variantId));
    const name = nameOf(after, 'item', itemId);
    return old === now ? `Changed a size of ${name}` : `Price of ${name}: ${old ?? '-'} to ${now ?? '-'}`;
  };
}

export function writingOf(kind: EntityKind, id: string): Summary {
  return (before, after) => {
    const verb = entityIn(before, kind, id) ? 'Changed' : 'Added';
    return `${verb} the ${wordOf(kind)} ${nameOf(after, kind, id)}`;
  };
}

export function removalOf(kind: EntityKind, id: string): Summary {
  return (before) => `Removed the ${wordOf(kind)} ${nameOf(before, kind, id)}`;
}

function nameOf(document: MenuDocument, kind: EntityKind, id: string): string {
  return plainName(entityIn(document, kind, id)?.name, document.defaultLanguage) ?? id;
}

function wordOf(kind: EntityKind): string {
  return kind === 'modifier-group' ? 'group' : kind;
}

function priceOf({ items, currency }: MenuDocument, variantId: string): string | undefined {
  const variant = items.flatMap(variantsOf).find(({ id }) => id === variantId);
  return variant && formatMinor(variant.priceMinor, currency, 'en');
}

function variantsOf({ variants }: Item<Text>): Item<Text>['variants'] {
  return variants;
}

/** `taxClass` is read as "tax class", `sectionIds` as "sections". */
function wordsOf(field: string): string {
  return field
    .replace(/Ids?$/, (ids) => (ids === 'Ids' ? 's' : ''))
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
