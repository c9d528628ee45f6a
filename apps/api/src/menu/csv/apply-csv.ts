import { plainName } from '@comanda/shared';
import type { Item, MenuDocument, Text } from '@comanda/shared';
import type { Conversion } from '../import/from-foreign.js';
import { withEntity } from '../office/document-changes.js';
import { itemColumns, variantColumns } from './csv-columns.js';
import type { Known } from './csv-columns.js';
import { CsvFindings } from './csv-findings.js';
import { languagesWith, unknownColumns } from './csv-header.js';
import { changedByCells } from './changed-by-cells.js';
import { itemsOf, NO_PRICE } from './csv-items.js';
import type { ItemRows, VariantRow } from './csv-items.js';
import { withSectionsOf } from './csv-sections.js';
import type { CsvTable } from './read-csv.js';

type Outside = Pick<Known, 'stationIds' | 'taxClasses'>;

/**
 * The menu with what the spreadsheet says otherwise. A cell that says what the menu says changes nothing, so that only
 * what somebody has edited is taken. What a spreadsheet does not have (photos, hours, groups) stays as it is.
 */
export function applyCsv(before: MenuDocument, table: CsvTable, outside: Outside): Conversion {
  return new CsvReading(before, table, outside).run();
}

class CsvReading {
  readonly #findings = new CsvFindings();
  readonly #known: Known;
  readonly #languages: readonly string[];
  #document: MenuDocument;

  constructor(
    before: MenuDocument,
    private readonly table: CsvTable,
    outside: Outside,
  ) {
    this.#languages = languagesWith(before, table);
    this.#document = { ...before, languages: this.#languages };
    const groupIds = new Set(before.modifierGroups.map(({ id }) => id));
    this.#known = { ...outside, currency: before.currency, groupIds };
  }

  run(): Conversion {
    for (const { row, reason } of this.table.unreadable)
      this.#findings.skipped({ row }, `It cannot be read: ${reason}`);
    for (const name of unknownColumns(this.table, this.#columnNames())) this.#findings.unknownColumn(name);
    for (const rows of itemsOf(this.table.rows, this.#document, this.#findings)) this.#take(rows);
    return { document: this.#document, findings: this.#findings.all };
  }

  #take(rows: ItemRows): void {
    const item = this.#readItem(rows);
    if (plainName(item.name, this.#document.defaultLanguage) === undefined) {
      return this.#findings.skipped(rows.first, 'The item has no name.');
    }
    if (item.variants.length === 0) return this.#findings.skipped(rows.first, 'The item has no size with a price.');
    const written = { ...this.#document, items: withEntity(this.#document.items, item) };
    this.#document = withSectionsOf(written, rows, this.#findings);
  }

  #readItem({ item, cells, variants }: ItemRows): Item<Text> {
    const columns = itemColumns(this.#languages, this.#known);
    const changed = changedByCells(item, columns, cells, this.#findings);
    return variants.reduce((result, row) => this.#withVariant(result, row), changed);
  }

  #withVariant(item: Item<Text>, { variant, isNew, cells, place }: VariantRow): Item<Text> {
    const columns = variantColumns(this.#languages, this.#known);
    const faults = this.#findings.all.length;
    const changed = changedByCells(variant, columns, [cells], this.#findings);
    if (isNew && changed.priceMinor === NO_PRICE) {
      if (this.#findings.all.length === faults) this.#findings.skipped(place, 'The size has no price.');
      return item;
    }
    return { ...item, variants: withEntity(item.variants, changed) };
  }

  #columnNames(): string[] {
    const items = itemColumns(this.#languages, this.#known).map(({ name }) => name);
    return [...items, ...variantColumns(this.#languages, this.#known).map(({ name }) => name)];
  }
}
