import { createHash } from 'node:crypto';
import { LIMITS, plainName } from '@comanda/shared';
import type { Item, MenuDocument, MenuEntityRef, Text, Variant } from '@comanda/shared';
import type { PlacedCells } from './changed-by-cells.js';
import type { CsvFindings, CsvPlace } from './csv-findings.js';
import type { CsvRow } from './read-csv.js';
import { KEY_COLUMNS } from './write-csv.js';

/** All rows of one item, and the item as it stands in the menu or as an empty new one. */
export interface ItemRows {
  readonly item: Item<Text>;
  readonly first: CsvPlace;
  readonly cells: readonly PlacedCells[];
  readonly variants: readonly VariantRow[];
}

export interface VariantRow {
  readonly variant: Variant<Text>;
  readonly isNew: boolean;
  readonly place: CsvPlace;
  readonly cells: PlacedCells;
}

/** Until a price is read; a size with it is not taken. */
export const NO_PRICE = -1;
const STANDARD = 'standard';

/** The rows by item, in the order of the spreadsheet. Rows without an id are known by their name. */
export function itemsOf(rows: readonly CsvRow[], document: MenuDocument, findings: CsvFindings): ItemRows[] {
  const byItem = new Map<string, CsvRow[]>();
  for (const row of rows) {
    const id = itemIdOf(row, document);
    if (id === undefined) findings.skipped({ row: row.row }, 'It has neither item_id nor a name.');
    else if (id.length > LIMITS.idLength) findings.skipped({ row: row.row }, 'Its item_id is too long.');
    else byItem.set(id, [...(byItem.get(id) ?? []), row]);
  }
  const owners = new Map(document.items.flatMap(({ id, variants }) => variants.map((each) => [each.id, id] as const)));
  return [...byItem].map(([id, own]) => new ItemReading(id, own, document, owners, findings).read());
}

class ItemReading {
  readonly #item: Item<Text>;
  readonly #entity: MenuEntityRef;
  readonly #taken = new Set<string>();

  constructor(
    private readonly id: string,
    private readonly rows: readonly CsvRow[],
    private readonly document: MenuDocument,
    private readonly owners: ReadonlyMap<string, string>,
    private readonly findings: CsvFindings,
  ) {
    this.#item = document.items.find((item) => item.id === id) ?? newItem(id);
    const name = plainName(this.#item.name, document.defaultLanguage);
    this.#entity = { kind: 'item', id, ...(name === undefined ? {} : { name }) };
  }

  read(): ItemRows {
    const places = this.rows.map(({ row, cells }) => ({ place: { row, entity: this.#entity }, cells }));
    const [first = { place: { row: 0 } }] = places;
    return {
      item: this.#item,
      first: first.place,
      cells: places,
      variants: places.flatMap((placed) => this.#variant(placed) ?? []),
    };
  }

  #variant({ place, cells }: PlacedCells): VariantRow | undefined {
    const id = this.#variantId(cells);
    const owner = this.owners.get(id);
    const column = KEY_COLUMNS.variant;
    if (owner !== undefined && owner !== this.id) {
      this.findings.skipped({ ...place, column }, `The size ${id} belongs to the item ${owner}.`);
      return undefined;
    }
    if (this.#taken.has(id) || id.length > LIMITS.idLength) {
      const reason = this.#taken.has(id) ? `The size ${id} stands in an earlier row too.` : 'The id is too long.';
      this.findings.skipped({ ...place, column }, reason);
      return undefined;
    }
    this.#taken.add(id);
    const known = this.#item.variants.find((variant) => variant.id === id);
    const entity: MenuEntityRef = { ...this.#entity, kind: 'variant', id };
    const cellsOfVariant = { place: { ...place, entity }, cells };
    const variant = known ?? { id, priceMinor: NO_PRICE };
    return { variant, isNew: !known, place: cellsOfVariant.place, cells: cellsOfVariant };
  }

  /** Without an id: the only size, the one with that name, or a new one whose id comes from its name. */
  #variantId(cells: Readonly<Record<string, string>>): string {
    const given = cells[KEY_COLUMNS.variant];
    if (given) return given;
    const { defaultLanguage } = this.document;
    const name = cells[`variant:${defaultLanguage}`] ?? '';
    const { variants } = this.#item;
    const [only] = variants;
    if (only && variants.length === 1 && (name === '' || this.rows.length === 1)) return only.id;
    const same = variants.find((variant) => (variant.name?.[defaultLanguage] ?? '') === name);
    return same?.id ?? `${this.id.slice(0, 40)}-${name === '' ? '1' : slugOf(name).slice(0, 20)}`;
  }
}

function itemIdOf({ cells }: CsvRow, { items, defaultLanguage }: MenuDocument): string | undefined {
  const given = cells[KEY_COLUMNS.item];
  if (given) return given;
  const name = cells[`name:${defaultLanguage}`];
  if (!name) return undefined;
  return items.find((item) => item.name[defaultLanguage] === name)?.id ?? slugOf(name).slice(0, 40);
}

function newItem(id: string): Item<Text> {
  return { id, name: {}, variants: [], modifierGroupIds: [], taxClass: STANDARD };
}

/** An id from a name, the same each time: `Crème brûlée` gives `creme-brulee`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? `n-${createHash('sha256').update(name).digest('hex').slice(0, 12)}` : plain;
}
