import type { CurrencyCode } from './currency.js';

/** Currencies of ISO 4217 whose smallest unit is the unit itself. */
const WITHOUT_DECIMALS: ReadonlySet<CurrencyCode> = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
);
/** Currencies of ISO 4217 that have thousandths. */
const WITH_THOUSANDTHS: ReadonlySet<CurrencyCode> = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How many decimals the currency's minor unit has by ISO 4217; 2 for those not listed there otherwise. */
export function exponentOf(currency: CurrencyCode): 0 | 2 | 3 {
  if (WITHOUT_DECIMALS.has(currency)) return 0;
  return WITH_THOUSANDTHS.has(currency) ? 3 : 2;
}
