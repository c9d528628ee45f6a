/** The life of an order (docs/domain.md, "Order"). */
export const ORDER_STATES = [
  'pending-payment',
  'placed',
  'scheduled',
  'accepted',
  'in-kitchen',
  'ready',
  'out-for-delivery',
  'completed',
  'rejected',
  'cancelled',
  'expired',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_COMMANDS = [
  'pay',
  'expire',
  'accept',
  'schedule',
  'reject',
  'become-due',
  'fire',
  'finish-cooking',
  'resume-cooking',
  'hand-over',
  'dispatch',
  'deliver',
  'cancel',
] as const;
export type OrderCommand = (typeof ORDER_COMMANDS)[number];

/** Payment is an axis of its own, derived from the total and what was paid and refunded. */
export const PAYMENT_STATES = ['unpaid', 'authorised', 'partly-paid', 'paid', 'partly-refunded', 'refunded'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const PAYMENT_METHODS = ['cash', 'card-terminal', 'voucher', 'other'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** The kitchen's answer when an order is cancelled after cooking has begun: made dishes are waste, unmade ones are released. */
export const KITCHEN_ANSWERS = ['made', 'not-made'] as const;
export type KitchenAnswer = (typeof KITCHEN_ANSWERS)[number];
