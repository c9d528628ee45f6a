import type {
  BookStockRequest,
  IngredientUseView,
  Milli,
  StockImportProblem,
  StockUnit,
  StockView,
} from '@comanda/shared';
import { LIMITS, milliOf, textIn } from '@comanda/shared';
import { readCsv, writeTable } from '../menu/index.js';

/** The columns of a spreadsheet of the stock; docs/stock.md describes them. */
const COLUMNS = ['ingredient_id', 'name', 'unit', 'on_hand', 'low_at', 'counted', 'received'] as const;
const USE_COLUMNS = [
  'business_date',
  'ingredient_id',
  'ingredient',
  'item_id',
  'dish',
  'unit',
  'used',
  'wasted',
] as const;
const AMOUNT = /^\d{1,9}(?:[.,]\d{1,3})?$/;

/** What a spreadsheet says was counted or came, and the rows that say nothing that can be booked. */
export interface SheetReading {
  readonly bookings: readonly BookStockRequest[];
  readonly problems: readonly StockImportProblem[];
}

type Units = ReadonlyMap<string, StockUnit>;
type Row = ReturnType<typeof readCsv>['rows'][number];

/** The stock with empty columns for what is counted and what came. */
export function writeSheet(stock: readonly StockView[], language: string): string {
  const rows = stock.map(({ id, name, unit, onHandMilli, lowMilli }) => [
    id,
    textIn(name, language, language),
    unit,
    cellOf(onHandMilli),
    cellOf(lowMilli),
    '',
    '',
  ]);
  return writeTable(COLUMNS, rows);
}

/** What was used, for people and spreadsheets; amounts in the ingredient's unit. */
export function writeUse(
  use: readonly IngredientUseView[],
  stock: readonly StockView[],
  { language, dishes }: { readonly language: string; readonly dishes: ReadonlyMap<string, string> },
): string {
  const byId = new Map(stock.map((each) => [each.id, each]));
  const rows = use.map(({ businessDate, ingredientId, itemId = '', usedMilli, wastedMilli }) => {
    const { name = {}, unit = '' } = byId.get(ingredientId) ?? {};
    const names = [textIn(name, language, language), itemId, dishes.get(itemId) ?? ''];
    return [businessDate, ingredientId, ...names, unit, cellOf(usedMilli), cellOf(wastedMilli)];
  });
  return writeTable(USE_COLUMNS, rows);
}

/** Reads each row for itself: a wrong one is told and never stops the rest. */
export function readSheet(text: string, units: Units): SheetReading {
  const { rows, unreadable } = readCsv(text);
  const bookings = new Map<string, BookStockRequest>();
  const problems: StockImportProblem[] = unreadable.map(({ row, reason }) => ({ row, detail: reason }));
  for (const row of rows) {
    const read = readRow(row, units);
    if (read === undefined) continue;
    if ('detail' in read) problems.push(read);
    else if (bookings.has(read.ingredientId)) {
      problems.push({
        row: row.row,
        column: 'ingredient_id',
        detail: 'This ingredient stands in a row above already.',
      });
    } else bookings.set(read.ingredientId, read);
  }
  return { bookings: [...bookings.values()], problems };
}

function readRow({ row, cells }: Row, units: Units): BookStockRequest | StockImportProblem | undefined {
  const said = (column: (typeof COLUMNS)[number]): string => cells[column] ?? '';
  const [ingredientId, counted, received] = [said('ingredient_id'), said('counted'), said('received')];
  if (counted + received === '') return undefined;
  const unit = units.get(ingredientId);
  if (!unit) return { row, column: 'ingredient_id', detail: 'There is no ingredient with this id.' };
  if (counted !== '' && received !== '') {
    return { row, column: 'received', detail: 'Say what was counted or what came, not both.' };
  }
  const [column, cell] = counted === '' ? ['received', received] : ['counted', counted];
  const amount = readAmount(cell, said('unit') || unit, unit);
  if ('detail' in amount) return { row, column, ...amount };
  if (column === 'counted') return { ingredientId, kind: 'count', ...amount };
  if (amount.quantityMilli > 0) return { ingredientId, kind: 'receive', ...amount };
  return { row, column, detail: 'Nothing came: leave it empty.' };
}

function readAmount(
  cell: string,
  written: string,
  unit: StockUnit,
): { readonly quantityMilli: Milli } | Omit<StockImportProblem, 'row'> {
  if (!AMOUNT.test(cell)) return { detail: 'Write a number with at most three decimals, without its unit.' };
  const amount = Number(cell.replace(',', '.'));
  const quantityMilli = milliOf(amount, written.toLowerCase(), unit);
  if (quantityMilli === undefined) {
    return { column: 'unit', detail: `Write ${unit} or a unit that can be turned into it.` };
  }
  if (quantityMilli > LIMITS.stockMilli) return { detail: 'This is more than can be kept.' };
  return { quantityMilli };
}

/** `12.5`; empty when there is none. */
function cellOf(milli: number | undefined): string {
  return milli === undefined ? '' : String(milli / 1000);
}
