import type { Minor } from './currency.js';

/**
 * Splits an amount in proportion to the weights so that the parts add up to it exactly (largest remainder; of equal
 * remainders the earlier part gets the unit). Weights of zero throughout split evenly.
 * @throws RangeError when a weight is negative, or when there is an amount but nobody to take it.
 */
export function splitByWeights(totalMinor: Minor, weights: readonly number[]): Minor[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('Weights must be whole numbers from 0.');
  }
  if (weights.length === 0) {
    if (totalMinor === 0) return [];
    throw new RangeError('An amount cannot be split into no parts.');
  }
  if (weights.reduce((sum, weight) => sum + weight, 0) === totalMinor) return [...weights];
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  const shares = sum === 0n ? weights.map(() => 1n) : weights.map(BigInt);
  const parts = largestRemainder(BigInt(Math.abs(totalMinor)), shares);
  return parts.map((part) => (totalMinor < 0 && part !== 0n ? -Number(part) : Number(part)));
}

/** Splits an amount into equal parts that add up to it exactly; the first ones carry what is left over: 1000 in 3 is 334, 333, 333. */
export function splitEvenly(totalMinor: Minor, parts: number): Minor[] {
  return splitByWeights(totalMinor, new Array<number>(parts).fill(1));
}

function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  const parts = weights.map((weight) => (total * weight) / sum);
  const left = Number(total - parts.reduce((a, b) => a + b, 0n));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => (lucky.has(index) ? part + 1n : part));
}
