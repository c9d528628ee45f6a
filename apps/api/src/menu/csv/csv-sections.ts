import type { MenuDocument, Section, Text } from '@comanda/shared';
import { inSections } from '../office/document-changes.js';
import { parted } from './csv-cells.js';
import type { CsvFindings } from './csv-findings.js';
import { slugOf } from './csv-items.js';
import type { ItemRows } from './csv-items.js';
import { KEY_COLUMNS, sectionsCell } from './write-csv.js';

/** The document with the item in the sections that its rows name otherwise than the menu; a new name makes a section. */
export function withSectionsOf(document: MenuDocument, { item, cells }: ItemRows, findings: CsvFindings): MenuDocument {
  const old = sectionsCell(document, item.id);
  const change = cells.find(({ cells: { [KEY_COLUMNS.sections]: cell } }) => cell !== undefined && cell !== old);
  if (!change) return document;
  const names = parted(change.cells[KEY_COLUMNS.sections] ?? '', '|') ?? [];
  const fresh = names.filter((name) => !find(document, name)).map((name) => newSection(document, name));
  for (const { id } of fresh) {
    const place = { ...change.place, column: KEY_COLUMNS.sections };
    findings.note(place, 'unknown_reference', `There was no section of this name; "${id}" was made.`);
  }
  const extended = { ...document, sections: [...document.sections, ...fresh] };
  return inSections(
    extended,
    item.id,
    names.flatMap((name) => find(extended, name)?.id ?? []),
  );
}

/** By id, else by its name in any language. */
function find({ sections }: MenuDocument, idOrName: string): Section<Text> | undefined {
  return (
    sections.find(({ id }) => id === idOrName) ??
    sections.find(({ name }) => Object.values(name).some((text) => text === idOrName))
  );
}

function newSection({ sections, defaultLanguage }: MenuDocument, name: string): Section<Text> {
  const id = slugOf(name).slice(0, 60);
  const isTaken = sections.some((section) => section.id === id);
  return { id: isTaken ? `${id}-2` : id, name: { [defaultLanguage]: name.slice(0, 200) }, itemIds: [] };
}
