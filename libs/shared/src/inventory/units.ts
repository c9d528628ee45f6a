/** The units in which stock is kept. A recipe and a delivery may name larger ones, see {@link UNIT_FACTORS}. */
export const STOCK_UNITS = ['g', 'ml', 'piece'] as const;
export type StockUnit = (typeof STOCK_UNITS)[number];

/**
 * An amount of an ingredient in thousandths of its unit, a whole number: 12.5 g are 12500, half a piece is 500. So
 * amounts add up exactly, as money does.
 */
export type Milli = number;

/** Units that people write, and how many of the stock unit one of them is. */
export const UNIT_FACTORS: Readonly<Record<string, { readonly unit: StockUnit; readonly factor: number }>> = {
  g: { unit: 'g', factor: 1 },
  kg: { unit: 'g', factor: 1000 },
  mg: { unit: 'g', factor: 0.001 },
  oz: { unit: 'g', factor: 28.349523125 },
  lb: { unit: 'g', factor: 453.59237 },
  ml: { unit: 'ml', factor: 1 },
  cl: { unit: 'ml', factor: 10 },
  l: { unit: 'ml', factor: 1000 },
  piece: { unit: 'piece', factor: 1 },
  dozen: { unit: 'piece', factor: 12 },
};

/**
 * An amount as people write it ("2.5", "kg") in thousandths of the stock unit, rounded to the nearest; undefined when
 * the unit is unknown or measures something else.
 */
export function milliOf(amount: number, written: string, unit: StockUnit): Milli | undefined {
  const known = Object.hasOwn(UNIT_FACTORS, written) ? UNIT_FACTORS[written] : undefined;
  if (known?.unit !== unit || !Number.isFinite(amount)) return undefined;
  return Math.round(amount * known.factor * 1000);
}

/** An amount for people, with up to three decimals: "12.5 g", "1.2 kg", "3 pieces". */
export function formatAmount(milli: Milli, unit: StockUnit, locale = 'en'): string {
  const large = unit !== 'piece' && Math.abs(milli) >= 1_000_000;
  const value = milli / (large ? 1_000_000 : 1000);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value);
  if (unit === 'piece') return `${number} ${Math.abs(milli) === 1000 ? 'piece' : 'pieces'}`;
  if (large) return `${number} ${unit === 'g' ? 'kg' : 'l'}`;
  return `${number} ${unit}`;
}
