import type { PairingsView } from '@comanda/shared';

/** Once is chance, and could be told from somebody's only visit. */
const FEWEST_ORDERS = 3;
const MOST_BESIDE = 8;

/** Which dishes were ordered together: each entry is one order with its dishes, every dish once. */
export function countPairings(orders: Iterable<ReadonlySet<string>>): PairingsView {
  const alone = new Map<string, number>();
  const together = new Map<string, Map<string, number>>();
  for (const dishes of orders) {
    for (const dish of dishes) {
      raise(alone, dish);
      const beside = together.get(dish) ?? new Map<string, number>();
      together.set(dish, beside);
      for (const other of dishes) if (other !== dish) raise(beside, other);
    }
  }
  const data = [...together].map(([itemId, beside]) => ({ itemId, with: best(beside, alone.get(itemId) ?? 0) }));
  return { data: data.filter((dish) => dish.with.length > 0).sort((a, b) => (a.itemId < b.itemId ? -1 : 1)) };
}

function best(beside: ReadonlyMap<string, number>, orders: number) {
  return [...beside]
    .filter(([, count]) => count >= FEWEST_ORDERS)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_BESIDE)
    .map(([itemId, count]) => ({ itemId, perMille: Math.max(1, Math.round((count * 1000) / orders)) }));
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
