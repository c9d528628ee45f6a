import type { Item } from '@comanda/shared';
import { indexMenu } from '@comanda/shared/pricing';
import { EVERYTHING_ON_SALE, MENU } from '../testing/small-menu';
import { withNested, withOption } from '../../ui/choices/choice-tree';
import { lineAtOnce, type Offer } from '../../ui/choices/default-choices';
import { draftTotalMinor, groupsInDraft, missingIn, openDraft } from '../../ui/choices/item-draft';

const index = indexMenu<string>(MENU);
const offer: Offer = {
  index,
  menu: MENU,
  availability: EVERYTHING_ON_SALE,
  moment: { date: '2026-03-02', weekday: 1, minute: 720, instantMs: Date.parse('2026-03-02T12:00:00Z') },
};

function item(id: string): Item<string> {
  const found = index.items.get(id);
  if (found === undefined) throw new Error(`No item ${id}.`);
  return found;
}

function group(id: string) {
  const found = index.groups.get(id);
  if (found === undefined) throw new Error(`No group ${id}.`);
  return found;
}

describe('adding at once', () => {
  it('needs no sheet when nothing has to be chosen', () => {
    expect(lineAtOnce(offer, item('leeks'))).toEqual({ itemId: 'leeks', variantId: 'leeks-v', quantity: 1 });
  });

  it('takes the default of a required choice', () => {
    expect(lineAtOnce(offer, item('curry'))?.options).toEqual([{ groupId: 'heat', optionId: 'mild' }]);
  });

  it('asks when a required choice has no default', () => {
    expect(lineAtOnce(offer, item('burger'))).toBeNull();
  });

  it('asks for the size when there are several', () => {
    expect(lineAtOnce(offer, item('wine'))).toBeNull();
  });

  it('asks when the default is sold out', () => {
    const gone = {
      targetKind: 'option',
      targetId: 'mild',
      cause: 'manual',
      since: '2026-01-01T00:00:00Z',
      by: 'Ana',
    } as const;
    const short = { ...offer, availability: { version: 2, suspensions: [gone], countdowns: [] } };
    expect(lineAtOnce(short, item('curry'))).toBeNull();
  });
});

describe('choosing', () => {
  it('puts removals before choices', () => {
    expect(groupsInDraft(index, item('burger'), 'burger-v').map(({ id }) => id)).toEqual(['out', 'side']);
  });

  it('replaces the choice in a group of one and leaves other groups alone', () => {
    const onion = withOption([], group('out'), 'onion', { quantity: 1 });
    const rice = withOption(onion, group('side'), 'rice', { quantity: 1 });
    const fries = withOption(rice, group('side'), 'fries', { quantity: 1 });
    expect(fries.map(({ optionId }) => optionId)).toEqual(['onion', 'fries']);
  });

  it('names the first thing that is missing, down to a group inside a choice', () => {
    const empty = openDraft(offer, item('burger'), undefined);
    expect(missingIn(index, item('burger'), empty)).toMatchObject({ kind: 'choice', choice: { path: 'side' } });
    const fries = { ...empty, options: withOption([], group('side'), 'fries', { quantity: 1 }) };
    expect(missingIn(index, item('burger'), fries)).toMatchObject({ choice: { path: 'side.fries.dip' } });
    const dipped = {
      ...fries,
      options: withNested(fries.options, 'side', 'fries', [{ groupId: 'dip', optionId: 'aioli' }]),
    };
    expect(missingIn(index, item('burger'), dipped)).toBeNull();
  });

  it('asks for the size before anything else', () => {
    expect(missingIn(index, item('wine'), openDraft(offer, item('wine'), undefined))).toEqual({ kind: 'size' });
  });

  it('reckons nested choices and the quantity into the total', () => {
    const options = [{ groupId: 'side', optionId: 'fries', options: [{ groupId: 'dip', optionId: 'aioli' }] }];
    const line = { itemId: 'burger', variantId: 'burger-v', quantity: 2, options };
    expect(draftTotalMinor(MENU, item('burger'), line)).toBe(2 * (1500 + 150 + 80));
  });

  it('shows a price while something required is still to be chosen', () => {
    expect(draftTotalMinor(MENU, item('burger'), openDraft(offer, item('burger'), undefined))).toBe(1500);
  });

  it('drops choices that the menu no longer knows when a line is changed', () => {
    const options = [
      { groupId: 'side', optionId: 'rice' },
      { groupId: 'side', optionId: 'chips' },
    ];
    const draft = openDraft(offer, item('burger'), { itemId: 'burger', variantId: 'burger-v', quantity: 3, options });
    expect(draft).toMatchObject({ quantity: 3, options: [{ groupId: 'side', optionId: 'rice' }] });
  });
});
