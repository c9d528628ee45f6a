import fc from 'fast-check';
import { aLine, aTicket } from '../testing/ticket-builders';
import { allDayCounts } from './all-day-counts';

const without = (name: string) => [{ kind: 'removal', name, quantity: 1, depth: 0 }] as const;

describe('allDayCounts', () => {
  it('adds up what the tickets ask for, the most first, and says how it is wanted', () => {
    const tickets = [
      aTicket({ lines: [aLine({ quantity: 2 }), aLine({ name: 'Tea' })] }),
      aTicket({ lines: [aLine({ modifiers: without('egg') }), aLine({ modifiers: without('egg'), quantity: 3 })] }),
    ];
    expect(allDayCounts(tickets)).toEqual([
      { name: 'Ramen', toMake: 6, held: 0, done: 0, ways: [{ words: '− egg', count: 4 }] },
      { name: 'Tea', toMake: 1, held: 0, done: 0, ways: [] },
    ]);
  });

  it('tells sizes apart, leaves out what is cancelled, and counts what waits and what is done by itself', () => {
    const lines = [
      aLine({ variantName: 'Large' }),
      aLine({ state: 'ready', quantity: 2 }),
      aLine({ state: 'held' }),
      aLine({ state: 'cancelled', quantity: 9 }),
    ];
    expect(allDayCounts([aTicket({ lines })])).toEqual([
      { name: 'Ramen', toMake: 1, held: 1, done: 2, ways: [] },
      { name: 'Ramen, Large', toMake: 1, held: 0, done: 0, ways: [] },
    ]);
  });

  it('loses and invents no portion', () => {
    const line = fc.record({ name: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(fc.array(line)), (orders) => {
        const tickets = orders.map((lines) => aTicket({ lines: lines.map((facts) => aLine(facts)) }));
        const asked = orders.flat().reduce((sum, { quantity }) => sum + quantity, 0);
        expect(allDayCounts(tickets).reduce((sum, { toMake }) => sum + toMake, 0)).toBe(asked);
      }),
    );
  });
});
