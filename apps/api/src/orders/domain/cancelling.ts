import type { KitchenAnswer, OrderState } from '@comanda/shared';
import { canTransition } from '@comanda/shared';

/** What decides whether an order may be cancelled. */
export interface Cancelled {
  readonly state: OrderState;
  readonly cookingStartedAt: number | null;
}

/** True while a guest may cancel without asking: until a cook starts. */
export function isCancellableByGuest(order: Cancelled): boolean {
  return canTransition(order.state, 'cancel') && order.cookingStartedAt === null;
}

/** What a cancelled order took goes back unless it was made: an answer is needed once a cook has started. */
export function outcomeOf(order: Cancelled, answer: KitchenAnswer | undefined): KitchenAnswer {
  return order.cookingStartedAt === null || answer === 'not-made' ? 'not-made' : 'made';
}
