import * as fc from 'fast-check';
import { TICKET_LINE_STATES } from '../kitchen/kitchen-state.js';
import { ORDER_STATES } from '../orders/order-state.js';
import type { RoundAtTable, TableFacts } from './table-state.js';
import { isOpenRound, TABLE_STATES, tableStanding } from './table-state.js';

const round = (placedAt: number, kitchenState: 'started' | 'ready' | 'handed', more: Partial<RoundAtTable> = {}) => ({
  state: 'in-kitchen' as const,
  placedAt,
  lines: [{ kitchenState }],
  ...more,
});
const table = (more: Partial<TableFacts> = {}): TableFacts => ({ openedAt: 10, rounds: [], calls: [], ...more });

describe('the state of a table', () => {
  it.each([
    ['seated since they came', table(), 'seated', 10],
    [
      'ordered since the oldest open round',
      table({ rounds: [round(20, 'handed'), round(30, 'started')] }),
      'ordered',
      30,
    ],
    ['served since the last round', table({ rounds: [round(20, 'handed'), round(30, 'handed')] }), 'served', 30],
    [
      'waiting for food since the first dish was done, whatever else is open',
      table({ rounds: [round(20, 'ready')], calls: [{ kind: 'bill', calledAt: 40 }], foodSince: 35 }),
      'food-waiting',
      35,
    ],
    [
      'wanting the bill since the first call for it',
      table({
        rounds: [round(20, 'handed')],
        calls: [
          { kind: 'bill', calledAt: 40 },
          { kind: 'bill', calledAt: 50 },
        ],
      }),
      'wants-bill',
      40,
    ],
    [
      'ordered again after the bill was asked for',
      table({ rounds: [round(60, 'started')], calls: [{ kind: 'bill', calledAt: 40 }] }),
      'ordered',
      60,
    ],
    ['not moved by a call for the waiter', table({ calls: [{ kind: 'waiter', calledAt: 40 }] }), 'seated', 10],
    [
      'as if a cancelled round had never been',
      table({ rounds: [round(20, 'started', { state: 'cancelled' })] }),
      'seated',
      10,
    ],
  ] as const)('is %s', (_, facts, state, since) => {
    expect(tableStanding(facts)).toEqual({ state, since });
  });

  it('is never older than the sitting, and free only without one', () => {
    const rounds = fc.array(
      fc.record({
        state: fc.constantFrom(...ORDER_STATES),
        placedAt: fc.integer({ min: 10, max: 1000 }),
        lines: fc.array(fc.record({ kitchenState: fc.constantFrom(...TICKET_LINE_STATES) })),
      }),
    );
    const calls = fc.array(
      fc.record({
        kind: fc.constantFrom('waiter' as const, 'bill' as const),
        calledAt: fc.integer({ min: 10, max: 1000 }),
      }),
    );
    fc.assert(
      fc.property(rounds, calls, (all, called) => {
        const { state, since } = tableStanding({ openedAt: 10, rounds: all, calls: called });
        const owes = all.some(isOpenRound);
        return TABLE_STATES.includes(state) && state !== 'free' && since >= 10 && (state !== 'served' || !owes);
      }),
    );
  });
});
