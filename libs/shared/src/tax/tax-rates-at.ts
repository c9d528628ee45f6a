import { FULFILMENT_TYPES, type FulfilmentType } from '../orders/fulfilment.js';
import type { Ppm, TaxRates, TaxRule } from './tax-rates.js';

/** The class that stands in for one without rules. */
export const STANDARD_TAX_CLASS = 'standard';

/**
 * The rates that hold on a local date: by class and fulfilment type the rule with the latest start not after it.
 * Where a class has no rule for a fulfilment type, the standard class's rate holds, else 0.
 */
export function taxRatesAt(rules: readonly TaxRule[], date: string): TaxRates {
  const rateAt = (taxClass: string, fulfilment: FulfilmentType): Ppm | undefined => {
    const holding = rules.filter(
      (rule) => rule.taxClass === taxClass && rule.fulfilment === fulfilment && rule.validFrom <= date,
    );
    return holding.reduce<TaxRule | undefined>(later, undefined)?.ratePpm;
  };
  const ratesOf = (taxClass: string): Record<FulfilmentType, Ppm> => {
    const rates = { 'dine-in': 0, pickup: 0, delivery: 0 };
    for (const fulfilment of FULFILMENT_TYPES) {
      rates[fulfilment] = rateAt(taxClass, fulfilment) ?? rateAt(STANDARD_TAX_CLASS, fulfilment) ?? 0;
    }
    return rates;
  };
  const classes = new Set(rules.map((rule) => rule.taxClass));
  return Object.fromEntries([...classes].map((taxClass) => [taxClass, ratesOf(taxClass)]));
}

/** The class under which an amount is taxed: its own, or the standard one when the rates do not know it. */
export function effectiveTaxClass(rates: TaxRates, taxClass: string): string {
  const known = Object.hasOwn(rates, taxClass) || !Object.hasOwn(rates, STANDARD_TAX_CLASS);
  return known ? taxClass : STANDARD_TAX_CLASS;
}

/** The rate of a class for a fulfilment type; 0 when neither it nor the standard class is known. */
export function rateOf(rates: TaxRates, taxClass: string, fulfilment: FulfilmentType): Ppm {
  const effective = effectiveTaxClass(rates, taxClass);
  return Object.hasOwn(rates, effective) ? (rates[effective]?.[fulfilment] ?? 0) : 0;
}

function later(best: TaxRule | undefined, rule: TaxRule): TaxRule {
  return best && best.validFrom > rule.validFrom ? best : rule;
}
