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

/** What stands in a field for an amount in the stock unit. */
export function milliText(milli: Milli): string {
  return String(milli / 1000);
}
