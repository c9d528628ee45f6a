import type { FindingPlace, MenuEntityRef, MenuFinding, MenuFindingCode } from '@comanda/shared';

/** Where in the spreadsheet, and about what. */
export interface CsvPlace extends FindingPlace {
  readonly entity?: MenuEntityRef;
}

const THE_MENU: MenuEntityRef = { kind: 'menu', id: 'menu' };

/** What could not be taken from a spreadsheet, each with its row and column. */
export class CsvFindings {
  readonly all: MenuFinding[] = [];

  /** A cell that was passed over; the rest of its row is taken. */
  cell(place: CsvPlace, code: MenuFindingCode, detail: string): void {
    this.#add('error', place, code, detail);
  }

  /** A row that was passed over. */
  skipped(place: CsvPlace, reason: string): void {
    this.#add('error', place, 'skipped_entity', `${reason} The row was passed over.`);
  }

  note(place: CsvPlace, code: MenuFindingCode, detail: string): void {
    this.#add('warning', place, code, detail);
  }

  unknownColumn(column: string): void {
    const place = { row: 1, column: column.slice(0, 100) };
    this.#add('warning', place, 'invalid_value', 'This column is not known; it was passed over.');
  }

  #add(severity: MenuFinding['severity'], place: CsvPlace, code: MenuFindingCode, detail: string): void {
    const { row, column, entity = THE_MENU } = place;
    const where = column === undefined ? `Row ${row}` : `Row ${row}, column ${column}`;
    const at = { row, ...(column === undefined ? {} : { column }) };
    this.all.push({ severity, code, entity, detail: `${where}: ${detail}`, place: at });
  }
}
