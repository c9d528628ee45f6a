import type { CurrencyCode, Minor } from '../money/currency.js';
import type { Ppm } from '../tax/tax-rates.js';
import type { PricedFee } from './fees.js';

/** A basket priced by the rules: every amount is final, parts add up to their whole. */
export interface PricedBasket<T> {
  readonly currency: CurrencyCode;
  readonly taxInclusive: boolean;
  readonly lines: readonly PricedLine<T>[];
  /** Sum of the lines. With inclusive tax it holds the tax already. */
  readonly subtotalMinor: Minor;
  /** Named on the bill, each by itself. */
  readonly fees: readonly PricedFee[];
  readonly taxes: readonly TaxAmount[];
  readonly taxMinor: Minor;
  readonly tipMinor: Minor;
  /** What the guest pays: subtotal, fees, tax where it is exclusive, tip. */
  readonly totalMinor: Minor;
}

export interface PricedLine<T> {
  /** Position of the line in the basket, from 0. */
  readonly index: number;
  readonly itemId: string;
  readonly variantId: string;
  readonly name: T;
  readonly variantName?: T;
  readonly quantity: number;
  readonly note?: string;
  /** One unit without its options. */
  readonly basePriceMinor: Minor;
  /** Of a combo: how its base price falls on the classes of what was chosen in it. The shares add up to it. */
  readonly baseShares?: readonly BaseShare[];
  /** One unit with its options. */
  readonly unitPriceMinor: Minor;
  readonly totalMinor: Minor;
  readonly taxMinor: Minor;
  readonly taxClass: string;
  readonly stationId?: string;
  readonly prepSeconds?: number;
  readonly options: readonly PricedOption<T>[];
}

/** A part of a combo's price that is taxed by one class, for one unit. */
export interface BaseShare {
  readonly taxClass: string;
  readonly amountMinor: Minor;
}

export interface PricedOption<T> {
  readonly groupId: string;
  readonly groupName: T;
  /** A part of a dish is a choice whose name says what part. */
  readonly groupKind: 'choice' | 'removal';
  readonly optionId: string;
  readonly itemId?: string;
  readonly name: T;
  /** In one unit of the line. */
  readonly quantity: number;
  /** What this option adds to one unit of the line, all its quantity together, free ones at 0, nested ones not counted. */
  readonly priceMinor: Minor;
  /** Its share of the line's tax, over all units of the line. */
  readonly taxMinor: Minor;
  readonly taxClass: string;
  readonly stationId?: string;
  readonly options: readonly PricedOption<T>[];
}

export interface TaxAmount {
  readonly taxClass: string;
  readonly ratePpm: Ppm;
  /** The amount without the tax. */
  readonly netMinor: Minor;
  readonly taxMinor: Minor;
}
