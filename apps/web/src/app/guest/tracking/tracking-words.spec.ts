import type { OrderState } from '@comanda/shared';
import { slipText, stagesOf, statusWord } from './tracking-words';

const fulfilment = { type: 'pickup' } as const;
const timeline = [
  { state: 'placed', at: '2026-06-01T18:00:00Z' },
  { state: 'accepted', at: '2026-06-01T18:01:00Z' },
  { state: 'in-kitchen', at: '2026-06-01T18:01:00Z' },
] as const;
const state: OrderState = 'in-kitchen';

describe('what the guest reads while the kitchen has the order', () => {
  it('is that it is in the kitchen, until a cook begins', () => {
    expect(statusWord({ state, fulfilment })).toBe('In the kitchen');
    expect(statusWord({ state, fulfilment, cookingStartedAt: '2026-06-01T18:05:00Z' })).toBe('Cooking');
  });

  it('is, once it is cooked, since when', () => {
    const cookingStartedAt = '2026-06-01T18:05:00Z';
    const stages = stagesOf({ state, fulfilment, timeline, cookingStartedAt });
    expect(stages.find(({ current }) => current)).toMatchObject({ name: 'Cooking', at: cookingStartedAt });
    expect(stagesOf({ state, fulfilment, timeline }).find(({ current }) => current)).toMatchObject({
      name: 'In the kitchen',
      at: '2026-06-01T18:01:00Z',
    });
  });
});

describe('a promise that slips', () => {
  const order = (state: OrderState) => ({
    state,
    readyEstimate: { from: '2026-12-01T19:35Z', until: '2026-12-01T19:45Z' },
  });

  it.each([
    ['2026-12-01T19:45Z', 'in-kitchen', null],
    ['2026-12-01T19:46Z', 'in-kitchen', 'The kitchen is busy: about 5 min later than we said.'],
    ['2026-12-01T19:51Z', 'out-for-delivery', 'It takes about 10 min longer than we said.'],
    ['2026-12-01T20:51Z', 'ready', null],
  ] as const)('at %s in state %s says %j', (now, state, words) => {
    expect(slipText(order(state), Date.parse(now))).toBe(words);
  });
});

it('a delivery is on its way before it is delivered, and an order for later is planned before it is cooked', () => {
  const timeline = (states: readonly OrderState[]) => states.map((state) => ({ state, at: '2026-12-01T19:35Z' }));
  const names = (type: 'pickup' | 'delivery', states: readonly OrderState[]) => {
    const state = states.at(-1) ?? 'placed';
    const stages = stagesOf({ state, fulfilment: { type }, timeline: timeline(states) });
    return stages.map(({ name, current }) => (current ? `[${name}]` : name));
  };
  expect(names('delivery', ['placed', 'accepted', 'in-kitchen', 'ready', 'out-for-delivery'])).toEqual([
    'Received',
    'Accepted',
    'In the kitchen',
    '[On the way]',
    'Delivered',
  ]);
  expect(names('pickup', ['placed', 'scheduled'])).toEqual([
    'Received',
    '[Planned]',
    'In the kitchen',
    'Ready',
    'Handed over',
  ]);
});
