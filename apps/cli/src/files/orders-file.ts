import { parse } from 'csv-parse/sync';
import { exponentOf } from '@comanda/shared';
import { EXIT, Failure } from '../failure.js';
import { instantOfRecorded } from '../replay/recorded-time.js';
import type { RecordedLine, RecordedOrder, Recording } from '../replay/recorded-order.js';
import { csvSentence } from './menu-file.js';
import { readTextFile } from './text-file.js';

export const ORDER_COLUMNS = [
  'order_id',
  'placed_at',
  'item',
  'variant',
  'quantity',
  'unit_price',
  'line_total',
  'modifiers',
] as const;
type Column = (typeof ORDER_COLUMNS)[number];

export const AMOUNTS = ['minor', 'major'] as const;
export type Amounts = (typeof AMOUNTS)[number];

/** What one needs to know to understand the file's times and amounts. */
export interface Reading {
  readonly timezone: string;
  readonly currency: string;
  /** `minor`: 1250 is 12.50 euros; `major`: 12.50 is. */
  readonly amounts: Amounts;
}

export interface OrderRow {
  readonly row: number;
  readonly fields: Readonly<Partial<Record<string, string>>>;
}

const NEEDED: readonly Column[] = ['order_id', 'item'];
/** Exports of databases write these where there is nothing. */
const NOTHING = new Set(['', 'null', 'none', '\\n']);
const SHOWN_FAULTS = 20;
const LARGEST = 100_000_000;

/** The rows of an orders file; throws a failure that names row and column. */
export function readOrderRows(path: string): OrderRow[] {
  const text = readTextFile(path);
  let rows: OrderRow[];
  try {
    const options = { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true } as const;
    const records = parse(text, options) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    rows = records.map(({ record, info }) => ({ row: info.lines, fields: record }));
  } catch (error) {
    throw new Failure(EXIT.notUnderstood, `${path} is no CSV: ${csvSentence(error)}`);
  }
  const [first] = rows;
  if (!first) throw new Failure(EXIT.notUnderstood, `${path} has no orders: it needs a heading and at least one row.`);
  const missing = NEEDED.filter((column) => !(column in first.fields));
  if (missing.length === 0) return rows;
  throw new Failure(
    EXIT.notUnderstood,
    `${path} lacks the column ${missing.join(' and ')}. The first row must name: ${ORDER_COLUMNS.join(', ')}.`,
  );
}

/** Understands the rows as orders, those with a time in its order; throws a failure with every value that is wrong. */
export function understandOrders(rows: readonly OrderRow[], reading: Reading): Recording {
  const reader = new RowReader(reading);
  const byOrder = Map.groupBy(rows, (row) => reader.orderId(row));
  const orders = [...byOrder].map(([id, own]) => reader.order(id, own));
  if (reader.faults.length > 0) {
    const shown = reader.faults.slice(0, SHOWN_FAULTS);
    const more = reader.faults.length - shown.length;
    const rest = more > 0 ? [`and ${more} more`] : [];
    throw new Failure(EXIT.notUnderstood, 'The file has wrong values; nothing was sent.', [...shown, ...rest]);
  }
  const filled = orders.filter(({ lines }) => lines.length > 0);
  return {
    orders: filled.sort((a, b) => (a.placedAtMs ?? 0) - (b.placedAtMs ?? 0)),
    linesWithoutItem: rows.length - filled.reduce((sum, { lines }) => sum + lines.length, 0),
    emptyOrders: orders.length - filled.length,
  };
}

class RowReader {
  readonly faults: string[] = [];
  readonly #exponent: number;

  constructor(private readonly reading: Reading) {
    this.#exponent = reading.amounts === 'major' ? exponentOf(reading.currency) : 0;
  }

  orderId(row: OrderRow): string {
    const id = valueOf(row, 'order_id');
    if (id === undefined) this.#fault(row, 'order_id', 'an order needs an id');
    return id ?? '';
  }

  order(id: string, rows: readonly OrderRow[]): RecordedOrder {
    const dated = rows.find((row) => valueOf(row, 'placed_at') !== undefined);
    const placedAtMs = dated ? this.#instant(dated) : undefined;
    const lines = rows.filter((row) => valueOf(row, 'item') !== undefined).map((row) => this.#line(row));
    return { id, lines, ...(placedAtMs === undefined ? {} : { placedAtMs }) };
  }

  #line(row: OrderRow): RecordedLine {
    const variant = valueOf(row, 'variant');
    const unitPriceMinor = this.#amount(row, 'unit_price');
    const totalMinor = this.#amount(row, 'line_total');
    return {
      row: row.row,
      item: valueOf(row, 'item') ?? '',
      ...(variant === undefined ? {} : { variant }),
      quantity: this.#quantity(row),
      ...(unitPriceMinor === undefined ? {} : { unitPriceMinor }),
      ...(totalMinor === undefined || (unitPriceMinor === undefined && totalMinor === 0) ? {} : { totalMinor }),
      modifiers: (valueOf(row, 'modifiers') ?? '')
        .split('|')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    };
  }

  #quantity(row: OrderRow): number {
    const text = valueOf(row, 'quantity') ?? '1';
    if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
    return this.#fault(row, 'quantity', `"${text}" is no whole number from 1 on`) ?? 1;
  }

  #amount(row: OrderRow, column: 'unit_price' | 'line_total'): number | undefined {
    const text = valueOf(row, column);
    if (text === undefined) return undefined;
    const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
    if (whole === undefined) return this.#fault(row, column, `"${text}" is no amount of 0 or more`);
    if (decimals.length > this.#exponent) return this.#fault(row, column, this.#tooPrecise(text));
    const amount = Number(whole + decimals.padEnd(this.#exponent, '0'));
    return amount <= LARGEST ? amount : this.#fault(row, column, `"${text}" is too much`);
  }

  #tooPrecise(text: string): string {
    if (this.reading.amounts === 'minor')
      return `"${text}" has decimals; if amounts are like this, say --amounts major`;
    return `"${text}" has more decimals than ${this.reading.currency}`;
  }

  #instant(row: OrderRow): number | undefined {
    const text = valueOf(row, 'placed_at') ?? '';
    const instant = instantOfRecorded(text, this.reading.timezone);
    return instant ?? this.#fault(row, 'placed_at', `"${text}" is no time; write it like 2026-01-31T18:45:00`);
  }

  #fault(row: OrderRow, column: Column, what: string): undefined {
    this.faults.push(`row ${row.row}, column ${column}: ${what}.`);
    return undefined;
  }
}

function valueOf({ fields }: OrderRow, column: Column): string | undefined {
  const text = fields[column];
  return text === undefined || NOTHING.has(text.toLowerCase()) ? undefined : text;
}
