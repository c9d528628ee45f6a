/** `GET /locations/{id}/pairings`: what is often ordered together. Nothing about any single order. */
export interface PairingsView {
  /** Dishes that were ordered often enough to say something, with what guests had beside them. */
  readonly data: readonly DishPairingsView[];
}

export interface DishPairingsView {
  readonly itemId: string;
  /** The most frequent first. */
  readonly with: readonly PairedDishView[];
}

export interface PairedDishView {
  readonly itemId: string;
  /** Of a thousand orders with the dish so many have this one too, 1 to 1000. */
  readonly perMille: number;
}

/** What guests who ordered these dishes had beside them, the likeliest first; none of the dishes themselves. */
export function pairedWith({ data }: PairingsView, itemIds: readonly string[]): string[] {
  const scores = new Map<string, number>();
  for (const { itemId, with: others } of data) {
    if (!itemIds.includes(itemId)) continue;
    for (const other of others) scores.set(other.itemId, (scores.get(other.itemId) ?? 0) + other.perMille);
  }
  return [...scores]
    .filter(([id]) => !itemIds.includes(id))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([id]) => id);
}
