import type { BasketLine, OptionChoice } from '../pricing/basket.js';
import type { OrderLineView, OrderOptionView, OrderView } from './order-contracts.js';
import type { OrderState } from './order-state.js';

/** A dish of an order as it would be ordered again, with the name that it had then. */
export type SameAgainLine = Pick<BasketLine, 'itemId' | 'quantity' | 'note' | 'options'> &
  Pick<OrderLineView, 'name' | 'variantId' | 'variantName'>;

/** Of an order that came to nothing all dishes were cancelled; they can be wanted again nevertheless. */
const UNMADE: readonly OrderState[] = ['cancelled', 'rejected', 'expired'];

/** What it takes to order the same again. Dishes that were taken out of an order stay out. */
export function sameAgain({ state, lines }: Pick<OrderView, 'state' | 'lines'>): SameAgainLine[] {
  return lines
    .filter(({ kitchenState }) => kitchenState !== 'cancelled' || UNMADE.includes(state))
    .map(({ name, variantName, itemId, variantId, quantity, note, options }) => ({
      name,
      ...(variantName === undefined ? {} : { variantName }),
      itemId,
      variantId,
      quantity,
      options: choicesOf(options, 1),
      ...(note === undefined ? {} : { note }),
    }));
}

/** An order counts all choices in one unit of the dish, a basket those below a choice in one of that choice. */
function choicesOf(options: readonly OrderOptionView[], above: number): OptionChoice[] {
  return options.map(({ groupId, optionId, quantity: inDish, options: nested }) => {
    const quantity = inDish / above;
    return {
      groupId,
      optionId,
      ...(quantity === 1 ? {} : { quantity }),
      ...(nested.length === 0 ? {} : { options: choicesOf(nested, inDish) }),
    };
  });
}
