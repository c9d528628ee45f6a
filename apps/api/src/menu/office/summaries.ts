import { formatMinor, plainName } from '@comanda/shared';
import type { ChangeItemRequest, Item, MenuDocument, Text } from '@comanda/shared';

/** One line of the list of revisions: what a person did. */
export type Summary = (before: MenuDocument, after: MenuDocument) => string;

export function changeOfItem(itemId: string, request: ChangeItemRequest): Summary {
  const fields = Object.entries(request).flatMap(([field, value]) => (value === undefined ? [] : wordsOf(field)));
  return (_, after) => `Changed ${nameOfItem(after, itemId)}: ${fields.join(', ')}`;
}

/** Names the prices when they differ. */
export function changeOfVariant(itemId: string, variantId: string): Summary {
  return (before, after) => {
    const [old, now] = [before, after].map((document) => priceOf(document, variantId));
    const name = nameOfItem(after, itemId);
    return old === now ? `Changed a size of ${name}` : `Price of ${name}: ${old ?? '-'} to ${now ?? '-'}`;
  };
}

export function nameOfItem({ items, defaultLanguage }: MenuDocument, itemId: string): string {
  const item = items.find(({ id }) => id === itemId);
  return plainName(item?.name, defaultLanguage) ?? itemId;
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
