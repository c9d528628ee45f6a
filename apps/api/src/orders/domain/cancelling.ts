import type { OrderState } from '@comanda/shared';
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
