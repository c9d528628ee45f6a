import { LANGUAGE_TAG } from '@comanda/shared';
import type { LanguageTag, MenuDocument } from '@comanda/shared';
import type { CsvTable } from './read-csv.js';
import { KEY_COLUMNS } from './write-csv.js';

const KEYS: readonly string[] = Object.values(KEY_COLUMNS);

/** The menu's languages and those in which the spreadsheet has written something. */
export function languagesWith({ languages }: MenuDocument, { header, rows }: CsvTable): LanguageTag[] {
  const found = header.flatMap((name) => {
    const tag = /^(?:name|description|variant):(.+)$/.exec(name)?.[1];
    const isWritten = tag !== undefined && LANGUAGE_TAG.test(tag) && rows.some(({ cells }) => cells[name] !== '');
    return isWritten ? [tag] : [];
  });
  return [...new Set([...languages, ...found])];
}

/** The columns that mean nothing; one in which nothing is written does not matter. */
export function unknownColumns({ header, rows }: CsvTable, known: readonly string[]): string[] {
  return header.filter(
    (name) => !known.includes(name) && !KEYS.includes(name) && rows.some(({ cells }) => cells[name] !== ''),
  );
}
