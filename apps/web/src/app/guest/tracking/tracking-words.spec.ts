import type { OrderState } from '@comanda/shared';
import { stagesOf, statusWord } from './tracking-words';

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
