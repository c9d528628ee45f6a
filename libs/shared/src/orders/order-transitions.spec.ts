import fc from 'fast-check';
import { ORDER_COMMANDS, ORDER_STATES, type OrderCommand, type OrderState } from './order-state.js';
import { canTransition, isFinal, isOpen, nextOrderState, ORDER_TRANSITIONS } from './order-transitions.js';

const FINAL: readonly OrderState[] = ['completed', 'rejected', 'cancelled', 'expired'];

describe('order transitions', () => {
  it.each([
    ['pending-payment', 'pay', 'placed'],
    ['pending-payment', 'expire', 'expired'],
    ['placed', 'accept', 'accepted'],
    ['placed', 'schedule', 'scheduled'],
    ['placed', 'reject', 'rejected'],
    ['scheduled', 'become-due', 'accepted'],
    ['accepted', 'fire', 'in-kitchen'],
    ['in-kitchen', 'finish-cooking', 'ready'],
    ['ready', 'resume-cooking', 'in-kitchen'],
    ['ready', 'hand-over', 'completed'],
    ['ready', 'dispatch', 'out-for-delivery'],
    ['out-for-delivery', 'deliver', 'completed'],
    ['out-for-delivery', 'cancel', 'cancelled'],
    ['placed', 'cancel', 'cancelled'],
    ['scheduled', 'cancel', 'cancelled'],
    ['accepted', 'cancel', 'cancelled'],
    ['in-kitchen', 'cancel', 'cancelled'],
    ['ready', 'cancel', 'cancelled'],
  ] as const)('leads from %s by %s to %s', (from, command, to) => {
    expect(nextOrderState(from, command)).toBe(to);
  });

  it('allows eighteen transitions and no other', () => {
    const allowed = ORDER_STATES.flatMap((state) => ORDER_COMMANDS.filter((command) => canTransition(state, command)));
    expect(allowed).toHaveLength(18);
  });

  it('ends in exactly four states', () => {
    expect(ORDER_STATES.filter(isFinal)).toEqual(FINAL);
    expect(ORDER_STATES.filter((state) => !isOpen(state))).toEqual(FINAL);
  });

  it('lets no command leave a final state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FINAL), fc.constantFrom(...ORDER_COMMANDS), (state, command) => {
        expect(nextOrderState(state, command)).toBeUndefined();
      }),
    );
  });

  it('leads from every state to a final one', () => {
    const endsFrom = (state: OrderState, seen: readonly OrderState[] = []): boolean =>
      isFinal(state) ||
      Object.values(ORDER_TRANSITIONS[state]).some((next) => !seen.includes(next) && endsFrom(next, [...seen, state]));
    expect(ORDER_STATES.filter((state) => !endsFrom(state))).toEqual([]);
  });

  it('stays within the known states whatever is commanded', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<OrderCommand>(...ORDER_COMMANDS)), (commands) => {
        const end = commands.reduce<OrderState>((state, command) => nextOrderState(state, command) ?? state, 'placed');
        expect(ORDER_STATES).toContain(end);
      }),
    );
  });
});
