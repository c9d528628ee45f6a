import { stringify } from 'csv-stringify/sync';
import { guarded } from './csv-cells.js';

/** A spreadsheet after RFC 4180, with the byte order mark by which spreadsheets know UTF-8; no cell is a formula. */
export function writeTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([header, ...rows.map((row) => row.map(guarded))], { bom: true, record_delimiter: 'windows' });
}
