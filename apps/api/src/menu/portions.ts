import { DomainError } from '../platform/http/index.js';

/** So many of an item or a variant. */
export interface Portions {
  readonly kind: 'item' | 'variant';
  readonly id: string;
  readonly quantity: number;
}

export interface Shortage extends Portions {
  readonly remaining: number;
}

/** One entry for each item and variant, sorted: rows are always locked in this order. */
export function portionsOf(list: readonly Portions[]): Portions[] {
  const merged = new Map<string, Portions>();
  for (const { kind, id, quantity } of list) {
    const key = `${kind} ${id}`;
    merged.set(key, { kind, id, quantity: quantity + (merged.get(key)?.quantity ?? 0) });
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, portions]) => portions);
}

/** The refusal that names each dish that is short, and how much of it is left. */
export function outOfStock(shortages: readonly Shortage[]): DomainError {
  return new DomainError(
    'out_of_stock',
    'Some of it has just sold out.',
    shortages.map(({ kind, id, quantity, remaining }) => ({
      pointer: '',
      code: 'out_of_stock',
      detail: remaining === 0 ? 'It has sold out.' : `Only ${String(remaining)} left.`,
      limit: remaining,
      actual: quantity,
      resource: `${kind}/${id}`,
    })),
  );
}
