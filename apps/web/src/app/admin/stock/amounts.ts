import { milliOf, UNIT_FACTORS, type Milli, type StockUnit } from '@comanda/shared';

const NUMBER = /^(\d{1,9})(?:[.,](\d{1,3}))?$/;

/** The units in which an amount of the stock unit may be written, the stock unit first. */
export function unitsFor(unit: StockUnit): readonly string[] {
  const others = Object.entries(UNIT_FACTORS).filter(([name, { unit: own }]) => own === unit && name !== unit);
  return [unit, ...others.map(([name]) => name)];
}

/** An amount as somebody types it (`2.5`, `0,25`) in thousandths of the stock unit; null when it is none. */
export function parseMilli(text: string, written: string, unit: StockUnit): Milli | null {
  const plain = text.trim();
  if (!NUMBER.test(plain)) return null;
  return milliOf(Number(plain.replace(',', '.')), written, unit) ?? null;
}

/** The one unit in which a row of the sheet is counted: the larger one for what is there by the kilo or the litre. */
export function countingUnit(unit: StockUnit, onHandMilli: Milli): string {
  if (unit === 'piece' || Math.abs(onHandMilli) < 1_000_000) return unit;
  return unit === 'g' ? 'kg' : 'l';
}

/** An amount in that unit, whatever its size: "0.25 kg". */
export function amountIn(milli: Milli, written: string): string {
  const value = milli / 1000 / (UNIT_FACTORS[written]?.factor ?? 1);
  const number = new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(value);
  return `${number} ${written === 'piece' && value !== 1 ? 'pieces' : written}`;
}

/** What stands in a field for an amount in the stock unit. */
export function milliText(milli: Milli): string {
  return String(milli / 1000);
}
