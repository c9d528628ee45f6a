import type { OrderCommand, OrderState } from './order-state.js';

/** Where each command leads (docs/domain.md, "Order"). What is not listed is refused. */
export const ORDER_TRANSITIONS: Readonly<Record<OrderState, Readonly<Partial<Record<OrderCommand, OrderState>>>>> = {
  'pending-payment': { pay: 'placed', expire: 'expired' },
  placed: { accept: 'accepted', schedule: 'scheduled', reject: 'rejected', cancel: 'cancelled' },
  scheduled: { 'become-due': 'accepted', cancel: 'cancelled' },
  accepted: { fire: 'in-kitchen', cancel: 'cancelled' },
  'in-kitchen': { 'finish-cooking': 'ready', cancel: 'cancelled' },
  ready: {
    'resume-cooking': 'in-kitchen',
    'hand-over': 'completed',
    dispatch: 'out-for-delivery',
    cancel: 'cancelled',
  },
  'out-for-delivery': { deliver: 'completed', cancel: 'cancelled' },
  completed: {},
  rejected: {},
  cancelled: {},
  expired: {},
};

/** The state into which a command leads, or undefined when the command is not allowed there. */
export function nextOrderState(state: OrderState, command: OrderCommand): OrderState | undefined {
  return ORDER_TRANSITIONS[state][command];
}

/** True when the command is allowed in the state. */
export function canTransition(state: OrderState, command: OrderCommand): boolean {
  return nextOrderState(state, command) !== undefined;
}

/** True when nothing can happen to the order any more. */
export function isFinal(state: OrderState): boolean {
  return Object.keys(ORDER_TRANSITIONS[state]).length === 0;
}

/** True while somebody still has to do something with the order. */
export function isOpen(state: OrderState): boolean {
  return !isFinal(state);
}
