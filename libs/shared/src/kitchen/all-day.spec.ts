import fc from 'fast-check';
import { allDayCounts } from './all-day.js';
import type { AllDayRow } from './all-day.js';
import { orderCounts } from './order-counts.js';
import { TICKET_LINE_STATES } from './kitchen-state.js';

const removal = (name: string) => ({ kind: 'removal' as const, name, quantity: 1, depth: 0 });
const row = (facts: Partial<AllDayRow> = {}): AllDayRow => ({
  stationId: 'grill',
  itemId: 'steak',
  name: 'Steak',
  variantName: null,
  modifiers: [],
  held: false,
  units: 1,
  ...facts,
});

describe('all-day counts', () => {
  it('are split by removal, and what is held is counted apart', () => {
    const counts = allDayCounts([
      row({ units: 3 }),
      row({ units: 2, modifiers: [removal('butter'), removal('salt')] }),
      row({ units: 1, modifiers: [removal('butter')] }),
      row({ units: 4, held: true, modifiers: [removal('butter')] }),
      row({ stationId: 'bar', itemId: 'beer', name: 'Beer', units: 9 }),
    ]);
    expect(counts).toEqual([
      { stationId: 'bar', itemId: 'beer', name: 'Beer', quantity: 9, held: 0, modifiers: [] },
      {
        stationId: 'grill',
        itemId: 'steak',
        name: 'Steak',
        quantity: 6,
        held: 4,
        modifiers: [
          { kind: 'removal', name: 'butter', quantity: 3 },
          { kind: 'removal', name: 'salt', quantity: 2 },
        ],
      },
    ]);
  });

  it('lose no unit and invent none', () => {
    const rows = fc.array(
      fc.record({
        stationId: fc.constantFrom('grill', 'bar'),
        itemId: fc.option(fc.constantFrom('a', 'b')),
        name: fc.constantFrom('A', 'B'),
        variantName: fc.option(fc.constantFrom('small', 'large')),
        modifiers: fc.subarray([removal('x'), removal('y')]),
        held: fc.boolean(),
        units: fc.integer({ min: 1, max: 99 }),
      }),
    );
    const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);
    fc.assert(
      fc.property(rows, (some) => {
        const counts = allDayCounts(some);
        expect(sum(counts.map(({ quantity, held }) => quantity + held))).toBe(sum(some.map(({ units }) => units)));
        for (const { quantity, modifiers } of counts) {
          for (const modifier of modifiers) expect(modifier.quantity).toBeLessThanOrEqual(quantity);
        }
      }),
    );
  });
});

describe('the counts of an order', () => {
  it('say that of five units of which three are handed over two are outstanding', () => {
    const lines = [
      { state: 'handed', quantity: 3 },
      { state: 'ready', quantity: 1 },
      { state: 'started', quantity: 1 },
      { state: 'cancelled', quantity: 7 },
    ] as const;
    expect(orderCounts(lines)).toEqual({ held: 0, cooking: 1, ready: 1, handed: 3, outstanding: 2 });
  });

  it('are outstanding or handed over, never both', () => {
    const lines = fc.array(
      fc.record({ state: fc.constantFrom(...TICKET_LINE_STATES), quantity: fc.integer({ min: 1, max: 99 }) }),
    );
    fc.assert(
      fc.property(lines, (some) => {
        const { outstanding, handed } = orderCounts(some);
        const live = some.filter(({ state }) => state !== 'cancelled');
        expect(outstanding + handed).toBe(live.reduce((all, { quantity }) => all + quantity, 0));
      }),
    );
  });
});
