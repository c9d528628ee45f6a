import { LIMITS, type BasketLine, type Item, type MenuIndex, type MenuView, type ModifierGroup } from '@comanda/shared';
import { groupsOf, indexMenu, priceBasket } from '@comanda/shared/pricing';
import { firstMissing, knownChoices, type MissingChoice } from './choice-tree';
import { defaultChoices, type Offer } from './default-choices';

/** What is chosen of a dish, before it is in a basket. */
export type DishDraft = Omit<BasketLine, 'agreedUnitPriceMinor'>;

/** A dish as it stands when its sheet opens: with its defaults, or as the line of the basket has it. */
export function openDraft(offer: Offer, item: Item<string>, line: DishDraft | undefined): DishDraft {
  const [first, ...others] = item.variants;
  const only = others.length === 0 ? first?.id : undefined;
  if (line === undefined) return draftWith(item, only, 1, defaultChoices(offer, item, only ?? first?.id));
  const variantId = item.variants.some(({ id }) => id === line.variantId) ? line.variantId : only;
  const groups = groupsInDraft(offer.index, item, variantId);
  const draft = draftWith(item, variantId, line.quantity, knownChoices(offer.index, groups, line.options ?? []));
  return line.note === undefined ? draft : { ...draft, note: line.note };
}

function draftWith(
  item: Item<string>,
  variantId: string | undefined,
  quantity: number,
  options: NonNullable<DishDraft['options']>,
): DishDraft {
  return {
    itemId: item.id,
    ...(variantId === undefined ? {} : { variantId }),
    quantity: Math.min(quantity, LIMITS.lineQuantity),
    options,
  };
}

/** What can be chosen: removals first, because they are what people change first. */
export function groupsInDraft(
  index: MenuIndex<string>,
  item: Item<string>,
  variantId: string | undefined,
): readonly ModifierGroup<string>[] {
  const variant = item.variants.find(({ id }) => id === variantId) ?? item.variants[0];
  const groups = groupsOf(index, item, variant);
  return [...groups.filter(({ kind }) => kind === 'removal'), ...groups.filter(({ kind }) => kind !== 'removal')];
}

/** Another size may bring other groups: what no longer fits goes, and their defaults come. */
export function withVariant(offer: Offer, item: Item<string>, draft: DishDraft, variantId: string): DishDraft {
  const groups = groupsInDraft(offer.index, item, variantId);
  const kept = knownChoices(offer.index, groups, draft.options ?? []);
  const known = new Set(groupsInDraft(offer.index, item, draft.variantId).map(({ id }) => id));
  const fresh = defaultChoices(offer, item, variantId).filter(({ groupId }) => !known.has(groupId));
  return { ...draft, variantId, options: [...kept, ...fresh] };
}

export type Missing = { readonly kind: 'size' } | { readonly kind: 'choice'; readonly choice: MissingChoice };

/** The first thing that is still to be chosen, from top to bottom. */
export function missingIn(index: MenuIndex<string>, item: Item<string>, draft: DishDraft): Missing | null {
  if (draft.variantId === undefined) return { kind: 'size' };
  const choice = firstMissing(index, groupsInDraft(index, item, draft.variantId), draft.options ?? []);
  return choice === null ? null : { kind: 'choice', choice };
}

/** What the draft costs so far, also while something required is still to be chosen. */
export function draftTotalMinor(menu: MenuView, item: Item<string>, draft: DishDraft): number {
  const cheapest = [...item.variants].sort((a, b) => a.priceMinor - b.priceMinor)[0]?.id;
  const variantId = draft.variantId ?? cheapest;
  const line = { ...draft, ...(variantId === undefined ? {} : { variantId }) };
  const { taxRates, taxInclusive } = menu;
  return priceBasket(lenient(menu), { lines: [line], fulfilment: 'pickup' }, { taxRates, taxInclusive }).priced
    .subtotalMinor;
}

const lenientIndexes = new WeakMap<MenuView, MenuIndex<string>>();

/** The rules leave a line with too few choices out of the bill; here nothing is required, so that it is priced. */
function lenient(menu: MenuView): MenuIndex<string> {
  const known = lenientIndexes.get(menu);
  if (known !== undefined) return known;
  const made = indexMenu<string>({
    ...menu,
    modifierGroups: menu.modifierGroups.map((group) => ({ ...group, min: 0 })),
  });
  lenientIndexes.set(menu, made);
  return made;
}
