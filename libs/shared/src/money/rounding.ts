/** `numerator / denominator` to the nearest integer, halves away from zero so that a refund mirrors its sale. Exact for safe integers. */
export function roundHalfUpDiv(numerator: number, denominator: number): number {
  return scaleHalfUp(numerator, 1, denominator);
}

/** `amount * factor / divisor` rounded once, halves away from zero; exact for safe integers even where the product is not one. */
export function scaleHalfUp(amount: number, factor: number, divisor: number): number {
  const product = BigInt(amount) * BigInt(factor);
  const by = BigInt(divisor);
  if (by === 0n) throw new RangeError('Cannot divide by zero.');
  const negative = product < 0n !== by < 0n;
  const over = product < 0n ? -product : product;
  const under = by < 0n ? -by : by;
  const rounded = Number((over * 2n + under) / (under * 2n));
  return negative && rounded !== 0 ? -rounded : rounded;
}
