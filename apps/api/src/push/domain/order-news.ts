import type { OrderNews, OrderState } from '@comanda/shared';

const TELLING: Readonly<Partial<Record<OrderState, OrderNews>>> = {
  ready: 'ready',
  'out-for-delivery': 'on-the-way',
  rejected: 'rejected',
  expired: 'rejected',
  cancelled: 'cancelled',
};
const WAITING: ReadonlySet<OrderState> = new Set(['pending-payment', 'placed']);
const TAKEN: ReadonlySet<OrderState> = new Set(['scheduled', 'accepted', 'in-kitchen']);

/** The news in an order having come from one state to another; null when it is none that a phone should ring for. */
export function orderNews(before: OrderState, now: OrderState): OrderNews | null {
  if (before === now) return null;
  if (WAITING.has(before) && TAKEN.has(now)) return 'accepted';
  return TELLING[now] ?? null;
}
