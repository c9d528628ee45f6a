import type { MenuDocument } from '@comanda/shared';
import { joined } from './csv-cells.js';
import { itemColumns, variantColumns } from './csv-columns.js';
import { writeTable } from './write-table.js';

export const KEY_COLUMNS = { sections: 'section_ids', item: 'item_id', variant: 'variant_id' } as const;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * The items of a menu as a spreadsheet, one row for each variant; docs/menu-format.md describes it.
 */
export function toCsv(document: MenuDocument): string {
  const { languages, items, currency } = document;
  const known = { currency, groupIds: NOTHING, stationIds: NOTHING, taxClasses: NOTHING };
  const ofItem = itemColumns(languages, known);
  const ofVariant = variantColumns(languages, known);
  const names = [...ofItem, ...ofVariant].map(({ name }) => name);
  const rows = items.flatMap((item) =>
    item.variants.map((variant) => [
      sectionsCell(document, item.id),
      item.id,
      variant.id,
      ...ofItem.map(({ write }) => write(item)),
      ...ofVariant.map(({ write }) => write(variant)),
    ]),
  );
  return writeTable([...Object.values(KEY_COLUMNS), ...names], rows);
}

/** The ids of the sections in which an item stands. */
export function sectionsCell({ sections }: MenuDocument, itemId: string): string {
  const ids = sections.filter(({ itemIds }) => itemIds.includes(itemId)).map(({ id }) => id);
  return ids.length === 0 ? '' : joined(ids);
}
