import type { Minor, PricedFee, TaxAmount } from '@comanda/shared';
import { splitByWeights, taxOf } from '@comanda/shared';
import type { FlatLine } from './flat-lines.js';

export type BilledLine = Pick<FlatLine, 'id' | 'parentId' | 'totalMinor' | 'taxClass'> & { taxMinor: Minor };

export interface Bill {
  readonly fees: readonly PricedFee[] | null;
  readonly taxes: readonly TaxAmount[];
  readonly taxInclusive: boolean;
  readonly tipMinor: Minor;
}

export interface BillAmounts {
  readonly subtotalMinor: Minor;
  readonly fees: PricedFee[] | null;
  readonly taxes: TaxAmount[];
  readonly taxMinor: Minor;
  readonly totalMinor: Minor;
}

/**
 * The amounts of an order that has fewer lines than before, at the rates of its bill: each class is added up and
 * rounded once, and the tax split back, as when it was placed. Sets the lines' own shares.
 */
export function rebill(lines: readonly BilledLine[], bill: Bill): BillAmounts {
  const { taxes, taxInclusive, tipMinor } = bill;
  const fees = (bill.fees ?? []).map((fee, at) => ({ ...fee, id: `fee ${String(at)}` }));
  const amounts = ownAmounts(lines);
  for (const { id, amountMinor } of fees) amounts.set(id, amountMinor);
  const shares = new Map<string, Minor>();
  const restated = taxes.flatMap(({ taxClass, ratePpm }) => {
    const taxed = [...lines, ...fees].filter((line) => line.taxClass === taxClass && (amounts.get(line.id) ?? 0) > 0);
    if (taxed.length === 0) return [];
    const weights = taxed.map(({ id }) => amounts.get(id) ?? 0);
    const amount = weights.reduce((sum, each) => sum + each, 0);
    const { netMinor, taxMinor } = taxOf(amount, ratePpm, taxInclusive);
    splitByWeights(taxMinor, weights).forEach((share, at) => shares.set(taxed[at]?.id ?? '', share));
    return [{ taxClass, ratePpm, netMinor, taxMinor }];
  });
  for (const line of lines) line.taxMinor = taxWithin(line, lines, shares);
  const dishes = lines.filter(({ parentId }) => parentId === null);
  const subtotalMinor = dishes.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const taxMinor = restated.reduce((sum, tax) => sum + tax.taxMinor, 0);
  const feesMinor = fees.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const totalMinor = subtotalMinor + feesMinor + (taxInclusive ? 0 : taxMinor) + tipMinor;
  const restatedFees = fees.map(({ id, ...fee }) => ({ ...fee, taxMinor: shares.get(id) ?? 0 }));
  return { subtotalMinor, fees: bill.fees && restatedFees, taxes: restated, taxMinor, totalMinor };
}

/** Of a dish what it costs without its options; of an option its own part. */
function ownAmounts(lines: readonly BilledLine[]): Map<string, Minor> {
  const own = new Map(lines.map(({ id, totalMinor }) => [id, totalMinor]));
  const dishes = new Map<string, string>();
  for (const { id, parentId, totalMinor } of lines) {
    const dish = parentId === null ? id : (dishes.get(parentId) ?? parentId);
    dishes.set(id, dish);
    if (dish !== id) own.set(dish, (own.get(dish) ?? 0) - totalMinor);
  }
  return own;
}

/** A dish's tax holds that of its options; an option's is its own. */
function taxWithin(line: BilledLine, lines: readonly BilledLine[], shares: ReadonlyMap<string, Minor>): Minor {
  const own = shares.get(line.id) ?? 0;
  if (line.parentId !== null) return own;
  return own + taxBelow(line.id, lines, shares);
}

function taxBelow(parentId: string, lines: readonly BilledLine[], shares: ReadonlyMap<string, Minor>): Minor {
  return lines
    .filter((line) => line.parentId === parentId)
    .reduce((sum, { id }) => sum + (shares.get(id) ?? 0) + taxBelow(id, lines, shares), 0);
}
