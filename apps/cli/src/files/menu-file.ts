import { parse } from 'csv-parse/sync';
import { CsvError } from 'csv-parse/sync';
import { parse as parseWithPlace } from 'lossless-json';
import { EXIT, Failure } from '../failure.js';
import { readTextFile } from './text-file.js';

export const MENU_FORMATS = ['json', 'csv'] as const;
export type MenuFormat = (typeof MENU_FORMATS)[number];

export interface MenuFile {
  readonly format: MenuFormat;
  readonly text: string;
}

/** Reads a menu and makes sure that it is whole; throws a failure that names the row and the column. */
export function readMenuFile(path: string, asked?: MenuFormat): MenuFile {
  const text = readTextFile(path);
  const format = asked ?? (path.toLowerCase().endsWith('.csv') ? 'csv' : 'json');
  const fault = format === 'csv' ? csvFault(text) : jsonFault(text);
  if (fault !== undefined) throw new Failure(EXIT.notUnderstood, `${path} is no ${format.toUpperCase()}: ${fault}`);
  return { format, text };
}

function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return `${placeOfFault(text)}.`;
  }
}

/** The engine's own parser does not always say where; this one does. */
function placeOfFault(text: string): string {
  try {
    parseWithPlace(text);
    return 'it cannot be read';
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const [, what = '', position = '0'] = /^(.*) at position (\d+)/s.exec(reason) ?? [];
    const lines = text.slice(0, Number(position)).split('\n');
    return `row ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}: ${what}`;
  }
}

function csvFault(text: string): string | undefined {
  try {
    parse(text, { bom: true, skip_empty_lines: true });
    return undefined;
  } catch (error) {
    return csvSentence(error);
  }
}

/** What a person can do about a file that is no proper CSV. */
export function csvSentence(error: unknown): string {
  if (!(error instanceof CsvError)) throw error;
  const row = typeof error['lines'] === 'number' ? error['lines'] : 0;
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return `row ${row} has another number of columns than the first row.`;
    case 'CSV_QUOTE_NOT_CLOSED':
      return `a quotation mark is opened in row ${row} and never closed.`;
    default:
      return `row ${row}: ${error.message}.`;
  }
}
