import type { Minor } from '../money/currency.js';
import { splitByWeights } from '../money/split.js';
import type { FulfilmentType } from '../orders/fulfilment.js';
import type { TaxRates } from '../tax/tax-rates.js';
import { effectiveTaxClass, rateOf } from '../tax/tax-rates-at.js';
import { taxOf } from '../tax/tax-of.js';
import type { PricedFee } from './fees.js';
import type { BaseShare, PricedLine, PricedOption, TaxAmount } from './priced.js';

/** How the order is taxed. */
export interface Taxation {
  readonly taxRates: TaxRates;
  readonly taxInclusive: boolean;
  readonly fulfilment: FulfilmentType;
}

/** One amount that is taxed: a dish without its options, a dish's share of a combo, or an option, over all units. */
interface Part {
  readonly taxClass: string;
  readonly amountMinor: Minor;
  taxMinor: Minor;
}

/** What is taxed together. */
export interface UntaxedBill<T> {
  readonly lines: readonly PricedLine<T>[];
  readonly fees: readonly PricedFee[];
}

/** The taxes of an order, its lines and fees with their shares. */
export interface TaxedBill<T> extends UntaxedBill<T> {
  readonly taxes: readonly TaxAmount[];
}

/**
 * Taxes lines and fees: the amounts of each class are added up over the order and rounded once, then the tax is split
 * back by largest remainder, so that lines, options and fees add up to the tax on the bill.
 */
export function taxBill<T>({ lines, fees }: UntaxedBill<T>, taxation: Taxation): TaxedBill<T> {
  const parts: Part[] = [];
  // First pass notes the parts in the order of a walk through the lines, second pass hands out their shares in the same.
  for (const line of lines) collect(line, parts);
  for (const fee of fees) parts.push({ ...classOf(fee, taxation), amountMinor: fee.amountMinor, taxMinor: 0 });
  const taxes = taxParts(parts, taxation);
  const shares = parts.values();
  return {
    taxes,
    lines: lines.map((line) => withShares(line, shares)),
    fees: fees.map((fee) => ({ ...fee, ...classOf(fee, taxation), taxMinor: nextShare(shares) })),
  };
}

function classOf({ taxClass }: PricedFee, { taxRates }: Taxation): Pick<Part, 'taxClass'> {
  return { taxClass: effectiveTaxClass(taxRates, taxClass) };
}

function collect<T>(line: PricedLine<T>, parts: Part[]): void {
  for (const { taxClass, amountMinor } of sharesOf(line)) {
    parts.push({ taxClass, amountMinor: amountMinor * line.quantity, taxMinor: 0 });
  }
  collectOptions(line.options, line.quantity, parts);
}

/** The parts of a line's own price that are taxed apart: all of it, or in a combo the share of each dish. */
function sharesOf<T>({ baseShares, taxClass, basePriceMinor }: PricedLine<T>): readonly BaseShare[] {
  return baseShares ?? [{ taxClass, amountMinor: basePriceMinor }];
}

function collectOptions<T>(options: readonly PricedOption<T>[], units: number, parts: Part[]): void {
  for (const option of options) {
    parts.push({ taxClass: option.taxClass, amountMinor: option.priceMinor * units, taxMinor: 0 });
    collectOptions(option.options, units, parts);
  }
}

function taxParts(parts: readonly Part[], { taxRates, taxInclusive, fulfilment }: Taxation): TaxAmount[] {
  const classes = [...new Set(parts.map(({ taxClass }) => taxClass))].sort();
  return classes.flatMap((taxClass) => {
    const taxed = parts.filter((part) => part.taxClass === taxClass && part.amountMinor > 0);
    if (taxed.length === 0) return [];
    const ratePpm = rateOf(taxRates, taxClass, fulfilment);
    const weights = taxed.map(({ amountMinor }) => amountMinor);
    const amount = weights.reduce((sum, each) => sum + each, 0);
    const { netMinor, taxMinor } = taxOf(amount, ratePpm, taxInclusive);
    splitByWeights(taxMinor, weights).forEach((share, at) => {
      const part = taxed[at];
      if (part) part.taxMinor = share;
    });
    return { taxClass, ratePpm, netMinor, taxMinor };
  });
}

function withShares<T>(line: PricedLine<T>, shares: Iterator<Part>): PricedLine<T> {
  const own = sharesOf(line).reduce((sum) => sum + nextShare(shares), 0);
  const options = optionsWithShares(line.options, shares);
  return { ...line, taxMinor: own + taxIn(options), options };
}

function optionsWithShares<T>(options: readonly PricedOption<T>[], shares: Iterator<Part>): PricedOption<T>[] {
  return options.map((option) => {
    const taxMinor = nextShare(shares);
    return { ...option, taxMinor, options: optionsWithShares(option.options, shares) };
  });
}

function nextShare(shares: Iterator<Part>): Minor {
  const next = shares.next();
  return next.done ? 0 : next.value.taxMinor;
}

function taxIn<T>(options: readonly PricedOption<T>[]): Minor {
  return options.reduce((sum, option) => sum + option.taxMinor + taxIn(option.options), 0);
}
