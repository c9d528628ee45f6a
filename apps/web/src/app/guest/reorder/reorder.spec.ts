import type { AvailabilityView, MenuView } from '@comanda/shared';
import { indexMenu } from '@comanda/shared/pricing';
import type { Offer } from '../../ui/choices/default-choices';
import { EVERYTHING_ON_SALE, MENU } from '../testing/small-menu';
import { reorderOf, type PastLine } from './reorder';

const MOMENT = { date: '2026-03-02', minute: 720, weekday: 1, instantMs: Date.UTC(2026, 2, 2, 12) } as const;
const LEEKS: PastLine = { name: 'Leeks', itemId: 'leeks', variantId: 'leeks-v', quantity: 2 };
const BURGER: PastLine = {
  name: 'Burger',
  itemId: 'burger',
  variantId: 'burger-v',
  quantity: 1,
  options: [
    { groupId: 'side', optionId: 'fries', options: [{ groupId: 'dip', optionId: 'aioli' }] },
    { groupId: 'out', optionId: 'onion' },
  ],
};

function offerOf(menu: MenuView = MENU, availability: AvailabilityView = EVERYTHING_ON_SALE): Offer {
  return { index: indexMenu<string>(menu), menu, availability, moment: MOMENT };
}

function suspended(targetKind: 'item' | 'option', targetId: string): AvailabilityView {
  const suspension = { targetKind, targetId, cause: 'manual', since: '2026-03-02T10:00:00Z', by: 'x' } as const;
  return { ...EVERYTHING_ON_SALE, suspensions: [suspension] };
}

describe('reorderOf', () => {
  it('orders the same again, with all choices', () => {
    const { lines, missing, changed } = reorderOf(offerOf(), [LEEKS, BURGER], 'UTC');
    expect(lines).toEqual([LEEKS, BURGER].map(({ name: _name, ...line }) => line));
    expect([missing, changed]).toEqual([[], []]);
  });

  it('names what is gone, and what is off sale with its reason', () => {
    const gone: PastLine = { name: 'Soup', itemId: 'soup', variantId: 'soup-v', quantity: 1 };
    const { lines, missing } = reorderOf(offerOf(MENU, suspended('item', 'leeks')), [gone, LEEKS, BURGER], 'UTC');
    expect(lines.map(({ itemId }) => itemId)).toEqual(['burger']);
    expect(missing).toEqual([
      { name: 'Soup', reason: { kind: 'gone' } },
      { name: 'Leeks', reason: { kind: 'off', sale: expect.objectContaining({ sellable: false }) } },
    ]);
  });

  it('leaves out a choice that is gone and says so', () => {
    const groups = MENU.modifierGroups.map((group) => (group.id === 'out' ? { ...group, options: [] } : group));
    const { lines, changed } = reorderOf(offerOf({ ...MENU, modifierGroups: groups }), [BURGER], 'UTC');
    expect(changed).toEqual(['Burger']);
    expect(lines[0]?.options).toEqual([BURGER.options?.[0]]);
  });

  it.each(['fries', 'aioli'])('asks to choose anew where %s, which was chosen and has to be, is off sale', (option) => {
    const { lines, missing } = reorderOf(offerOf(MENU, suspended('option', option)), [BURGER], 'UTC');
    expect(lines).toEqual([]);
    expect(missing).toEqual([{ name: 'Burger', reason: { kind: 'choose' } }]);
  });

  it('asks to choose anew where a size is gone', () => {
    const jug: PastLine = { name: 'Wine', itemId: 'wine', variantId: 'jug', quantity: 1 };
    expect(reorderOf(offerOf(), [jug], 'UTC').missing).toEqual([{ name: 'Wine', reason: { kind: 'choose' } }]);
  });
});
