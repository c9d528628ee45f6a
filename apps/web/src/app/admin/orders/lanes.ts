import type { OrderState, OrderSummaryView } from '@comanda/shared';

/** What an order waits for, in the order in which somebody looks at them. */
export const LANES = ['to-accept', 'scheduled', 'kitchen', 'ready', 'on-the-way', 'over'] as const;
export type Lane = (typeof LANES)[number];

const LANE_OF_STATE: Readonly<Record<OrderState, Lane>> = {
  'pending-payment': 'to-accept',
  placed: 'to-accept',
  scheduled: 'scheduled',
  accepted: 'kitchen',
  'in-kitchen': 'kitchen',
  ready: 'ready',
  'out-for-delivery': 'on-the-way',
  completed: 'over',
  rejected: 'over',
  cancelled: 'over',
  expired: 'over',
};

export function laneOf({ state }: Pick<OrderSummaryView, 'state'>): Lane {
  return LANE_OF_STATE[state];
}
