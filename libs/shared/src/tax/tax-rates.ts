import type { FulfilmentType } from '../orders/fulfilment.js';

/** Parts per million: 190000 is 19 %, 88750 is 8.875 %. */
export type Ppm = number;

/** Rate by tax class and fulfilment type, as it holds at one moment. */
export type TaxRates = Readonly<Record<string, Readonly<Record<FulfilmentType, Ppm>>>>;

/** A tax rule: the rate of a class for a fulfilment type from a local date on. */
export interface TaxRule {
  readonly taxClass: string;
  readonly fulfilment: FulfilmentType;
  readonly ratePpm: Ppm;
  /** First local date, `2026-01-01`. */
  readonly validFrom: string;
}
