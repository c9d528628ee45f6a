import type { OrderState } from '@comanda/shared';
import { isOpen } from '@comanda/shared';

const DAY_MS = 86_400_000;

interface Promised {
  readonly state: OrderState;
  readonly placedAt: number;
  readonly requestedFor: number | null;
}

/**
 * True while the restaurant needs to know whose an order is: it is open, and was due less than a day ago. An order that
 * nobody ever closed keeps nobody's data for ever.
 */
export function isUnderWay({ state, placedAt, requestedFor }: Promised, now: number): boolean {
  return isOpen(state) && now < Math.max(placedAt, requestedFor ?? 0) + DAY_MS;
}
