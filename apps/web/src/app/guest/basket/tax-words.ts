import type { PricedBasket, TaxAmount } from '@comanda/shared';

const PPM_PER_PERCENT = 10_000;

/** "VAT 19 %": a tax by its rate, as the bill names it. */
export function taxWords(tax: TaxAmount, basket: Pick<PricedBasket<unknown>, 'taxInclusive'>, locale: string): string {
  const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(tax.ratePpm / PPM_PER_PERCENT);
  return basket.taxInclusive
    ? $localize`:@@guest.tax.included:Includes ${rate}:rate: % tax`
    : $localize`:@@guest.tax.added:Tax ${rate}:rate: %`;
}

/** Taxes that say something: a rate or an amount above zero. */
export function tellingTaxes(basket: Pick<PricedBasket<unknown>, 'taxes'>): readonly TaxAmount[] {
  return basket.taxes.filter(({ taxMinor }) => taxMinor > 0);
}
