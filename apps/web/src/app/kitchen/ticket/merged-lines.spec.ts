import { aLine } from '../testing/ticket-builders';
import { mergedLines } from './merged-lines';

const told = (...lines: ReturnType<typeof aLine>[]): string[] =>
  mergedLines(lines).map(({ quantity, name, lineIds }) => `${quantity} ${name} ${lineIds.join('+')}`);

describe('mergedLines', () => {
  it('tells identical lines once, where the first of them stands', () => {
    const lines = [aLine({ id: 'a' }), aLine({ id: 'b', name: 'Tea' }), aLine({ id: 'c', quantity: 2 })];
    expect(told(...lines)).toEqual(['3 Ramen a+c', '1 Tea b']);
  });

  it.each([
    ['how it is made', { modifiers: [{ kind: 'removal', name: 'egg', quantity: 1, depth: 0 }] as const }],
    ['what the guest wrote', { note: 'hot' }],
    ['its size', { variantName: 'Large' }],
    ['who wants it', { guestName: 'Leo' }],
    ['how far it is', { state: 'ready' as const }],
  ])('keeps apart what differs in %s', (_what, facts) => {
    expect(told(aLine({ id: 'a' }), aLine({ id: 'b', ...facts }))).toEqual(['1 Ramen a', '1 Ramen b']);
  });
});
