import type { ChosenDish, MenuIndex, Needs, ProblemItem } from '@comanda/shared';
import { needsOf } from '@comanda/shared';

/** For an order that lacks something: each line that takes it, and how many of that could still be made. */
export function shortagesOf<T>(
  index: MenuIndex<T>,
  dishes: readonly ChosenDish[],
  /** Of the counted ingredients. */
  onHand: Needs,
): ProblemItem[] {
  const short = new Set(
    [...needsOf(index, dishes)].filter(([id, milli]) => milli > (onHand.get(id) ?? Infinity)).map(([id]) => id),
  );
  return dishes.flatMap((dish, position) => {
    const missing = [...needsOf(index, [{ ...dish, quantity: 1 }])].filter(([id]) => short.has(id));
    if (missing.length === 0) return [];
    const limit = Math.min(...missing.map(([id, milli]) => Math.floor((onHand.get(id) ?? 0) / milli)));
    return [
      {
        pointer: `/lines/${String(position)}`,
        code: 'out_of_stock',
        detail: detailOf(limit, dish.quantity),
        limit,
        actual: dish.quantity,
        resource: `item/${dish.itemId}`,
      },
    ];
  });
}

function detailOf(limit: number, quantity: number): string {
  if (limit === 0) return 'It has sold out. Remove it or take something else.';
  if (limit < quantity) return `Only ${String(limit)} can still be made. Take fewer.`;
  return 'There is not enough for this together with the other dishes. Take fewer of one of them.';
}
