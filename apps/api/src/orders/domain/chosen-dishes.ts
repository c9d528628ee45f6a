import type { ChosenDish, ChosenOption } from '@comanda/shared';
import type { FlatLine } from './flat-lines.js';

type StoredLine = Pick<FlatLine, 'id' | 'parentId' | 'itemId' | 'variantId' | 'optionId' | 'quantity'>;

/** The dishes of an order as they were chosen; their lines hold the tree laid flat. */
export function chosenDishes(lines: readonly StoredLine[]): ChosenDish[] {
  const below = Map.groupBy(lines, ({ parentId }) => parentId);
  return (below.get(null) ?? []).flatMap(({ id, itemId, variantId, quantity }) =>
    itemId === null
      ? []
      : [{ itemId, ...(variantId === null ? {} : { variantId }), quantity, options: chosenOptions(id, below) }],
  );
}

function chosenOptions(parentId: string, below: ReadonlyMap<string | null, readonly StoredLine[]>): ChosenOption[] {
  return (below.get(parentId) ?? []).flatMap(({ id, optionId, quantity }) =>
    optionId === null ? [] : [{ optionId, quantity, options: chosenOptions(id, below) }],
  );
}
