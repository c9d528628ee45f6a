import { parse } from 'csv-parse/sync';
import { DomainError } from '../../platform/http/index.js';
import { unguarded } from './csv-cells.js';

/** A spreadsheet as it was read; rows are numbered as the spreadsheet shows them. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Rows that are no rows, with the reason. */
  readonly unreadable: readonly { readonly row: number; readonly reason: string }[];
}

export interface CsvRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

const DELIMITERS = [',', ';', '\t'] as const;
const MOST_ROWS = 50_000;

/** Reads a spreadsheet with comma, semicolon or tabulator; throws `invalid_request` when it has no table at all. */
export function readCsv(text: string): CsvTable {
  const [header, ...records] = recordsOf(text);
  if (!Array.isArray(header) || header.every((cell) => cell.trim() === '')) throw noTable('The first row is empty.');
  if (records.length > MOST_ROWS) throw noTable(`It has more than ${MOST_ROWS} rows.`);
  const names = header.map((name) => unguarded(name.trim()).toLowerCase().replace(/:.*$/, languageOf(name)));
  const numbered = records.map((record, index) => ({ row: index + 2, record }));
  return {
    header: names,
    rows: numbered.flatMap(({ row, record }) => {
      if (!Array.isArray(record) || record.every((cell) => cell.trim() === '')) return [];
      return { row, cells: Object.fromEntries(names.map((name, at) => [name, cellOf(record[at])])) };
    }),
    unreadable: numbered.flatMap(({ row, record }) => (Array.isArray(record) ? [] : { row, reason: record.message })),
  };
}

/** Language tags keep their own capitals: `name:zh-Hant`. */
function languageOf(name: string): string {
  return /:.*$/.exec(name.trim())?.[0] ?? '';
}

function cellOf(raw = ''): string {
  return unguarded(raw.trim().replaceAll('\r\n', '\n')).trim();
}

/** Each record in its place, or why it is none. */
function recordsOf(text: string): (string[] | Error)[] {
  const records: (string[] | Error)[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_error: true,
      on_record: (record: string[]) => {
        records.push(record);
        return null;
      },
      on_skip: (error) => {
        records.push(error ?? new Error('It cannot be read.'));
        return undefined;
      },
    });
  } catch (error) {
    // What comes before an unclosed quotation mark is kept.
    records.push(error instanceof Error ? error : new Error('It cannot be read.'));
  }
  return records;
}

/** The sign that stands most often in the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = DELIMITERS.map((sign) => first.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function noTable(reason: string): DomainError {
  return new DomainError('invalid_request', `This is no table that we can read. ${reason}`, [
    { pointer: '', code: 'unknown_format', detail: `${reason} See the documentation for the columns.` },
  ]);
}
