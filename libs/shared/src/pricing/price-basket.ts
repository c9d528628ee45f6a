import type { AvailabilityView } from '../availability/availability.js';
import type { Moment } from '../availability/sellability.js';
import type { DeliveryZone } from '../delivery/delivery-zone.js';
import { LIMITS } from '../limits.js';
import type { MenuIndex } from '../menu/menu-index.js';
import type { Minor } from '../money/currency.js';
import type { FulfilmentType } from '../orders/fulfilment.js';
import { effectiveTaxClass } from '../tax/tax-rates-at.js';
import type { TaxRates } from '../tax/tax-rates.js';
import type { BasketLine } from './basket.js';
import type { BasketProblem } from './basket-problem.js';
import { checkAvailability } from './check-availability.js';
import { checkMaxPerOrder } from './check-limits.js';
import type { DraftLine } from './draft.js';
import { feesOf } from './fees.js';
import { priceLine } from './price-line.js';
import type { PricedBasket, PricedLine } from './priced.js';
import { belowMinimum, emptyBasket, totalTooLarge } from './problem-texts.js';
import { readLine } from './read-line.js';
import { taxBill } from './tax-lines.js';

export interface Basket {
  readonly lines: readonly BasketLine[];
  readonly fulfilment: FulfilmentType;
  readonly tipMinor?: Minor;
  /** Where it goes; without it nothing is charged for a delivery. */
  readonly zone?: PricedZone;
}

export type PricedZone = Pick<DeliveryZone, 'feeMinor' | 'freeFromMinor' | 'minimumMinor' | 'taxClass'>;

/** What besides the menu decides the price; with `availability` and `now` the basket is also checked against the moment. */
export interface PricingContext {
  readonly taxRates: TaxRates;
  readonly taxInclusive: boolean;
  readonly availability?: AvailabilityView;
  /** When it is wanted. */
  readonly now?: Moment;
}

export interface PricingResult<T> {
  readonly priced: PricedBasket<T>;
  /** All at once, in the order of the basket; empty when it can be ordered. */
  readonly problems: readonly BasketProblem[];
}

/**
 * Prices a basket and says all that is wrong with it. Lines with a problem are left out of the amounts, so what is
 * left is always a bill that adds up: total = lines + fees + tax where it is exclusive + tip. Throws nothing.
 */
export function priceBasket<T>(index: MenuIndex<T>, basket: Basket, context: PricingContext): PricingResult<T> {
  const read = basket.lines.map((line, at) => readLine(index, line, at));
  const drafts = read.flatMap(({ draft }) => draft ?? []);
  const problems = [
    ...(basket.lines.length === 0 ? [emptyBasket()] : []),
    ...read.flatMap((each) => each.problems),
    ...checkMaxPerOrder(index, drafts),
    ...availabilityProblems(index, drafts, context),
  ];
  const taxClassOf = (taxClass: string): string => effectiveTaxClass(context.taxRates, taxClass);
  const lines = withoutFaulty(drafts, problems).map((draft) => priceLine(draft, taxClassOf));
  problems.push(...tooLarge(lines));
  const priced = addUp(index, basket, context, lines.filter(fits));
  if (priced.totalMinor > LIMITS.totalMinor) {
    problems.push(totalTooLarge('/lines', LIMITS.totalMinor, priced.totalMinor));
  }
  problems.push(...tooLittle(basket, priced.subtotalMinor));
  return { priced, problems: inOrder(problems) };
}

function availabilityProblems<T>(
  index: MenuIndex<T>,
  drafts: readonly DraftLine<T>[],
  { availability, now }: PricingContext,
): BasketProblem[] {
  return availability && now ? checkAvailability({ index, availability, now }, drafts) : [];
}

function addUp<T>(
  { menu }: MenuIndex<T>,
  basket: Basket,
  { taxRates, taxInclusive }: PricingContext,
  untaxed: readonly PricedLine<T>[],
): PricedBasket<T> {
  const subtotalMinor = untaxed.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const charged = feesOf(basket.zone, subtotalMinor);
  const taxation = { taxRates, taxInclusive, fulfilment: basket.fulfilment };
  const { lines, fees, taxes } = taxBill({ lines: untaxed, fees: charged }, taxation);
  const tipMinor = Math.max(0, basket.tipMinor ?? 0);
  const feesMinor = fees.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const taxMinor = taxes.reduce((sum, tax) => sum + tax.taxMinor, 0);
  const totalMinor = subtotalMinor + feesMinor + (taxInclusive ? 0 : taxMinor) + tipMinor;
  return { currency: menu.currency, taxInclusive, lines, subtotalMinor, fees, taxes, taxMinor, tipMinor, totalMinor };
}

/** A basket without a dish is told to be empty, not to be too small. */
function tooLittle({ zone, lines }: Basket, subtotalMinor: Minor): BasketProblem[] {
  const least = lines.length === 0 ? 0 : (zone?.minimumMinor ?? 0);
  return subtotalMinor < least ? [belowMinimum(least, subtotalMinor)] : [];
}

/** A line that alone is above the limit of a bill is left out, so that no sum leaves the safe integers. */
function tooLarge<T>(lines: readonly PricedLine<T>[]): BasketProblem[] {
  return lines
    .filter((line) => !fits(line))
    .map(({ index, totalMinor }) => totalTooLarge(`/lines/${index}`, LIMITS.totalMinor, totalMinor));
}

function fits<T>({ totalMinor }: PricedLine<T>): boolean {
  return totalMinor <= LIMITS.totalMinor;
}

function withoutFaulty<T>(drafts: readonly DraftLine<T>[], problems: readonly BasketProblem[]): DraftLine<T>[] {
  const faulty = new Set(problems.map(lineOf));
  return drafts.filter(({ index }) => !faulty.has(index));
}

/** Which line a problem is about; -1 when it is about the whole basket. */
function lineOf({ pointer }: BasketProblem): number {
  const position = /^\/lines\/(\d+)/.exec(pointer)?.[1];
  return position === undefined ? -1 : Number(position);
}

function inOrder(problems: readonly BasketProblem[]): BasketProblem[] {
  return [...problems].sort((a, b) => lineOf(a) - lineOf(b));
}
