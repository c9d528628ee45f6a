import type {
  AvailabilityView,
  BasketLine,
  Item,
  MenuIndex,
  MenuView,
  ModifierGroup,
  Moment,
  OptionChoice,
} from '@comanda/shared';
import { groupsById, groupsOf, optionFacts, priceBasket, sellability } from '@comanda/shared/pricing';

/** What decides which options can be chosen now. */
export interface Offer {
  readonly index: MenuIndex<string>;
  readonly menu: MenuView;
  readonly availability: AvailabilityView;
  readonly moment: Moment;
}

const MAX_DEPTH = 8;

/** The choices that a dish comes with: the defaults that can be sold, in their groups, nested ones included. */
export function defaultChoices(offer: Offer, item: Item<string>, variantId: string | undefined): OptionChoice[] {
  const variant = item.variants.find(({ id }) => id === variantId);
  return groupsOf(offer.index, item, variant).flatMap((group) => defaultsIn(offer, group, 0));
}

/** The defaults below an option that was just chosen. */
export function defaultsUnder(offer: Offer, optionId: string): OptionChoice[] {
  const known = offer.index.options.get(optionId);
  if (known === undefined) return [];
  const { modifierGroupIds } = optionFacts(offer.index, known.option);
  return groupsById(offer.index, modifierGroupIds).flatMap((group) => defaultsIn(offer, group, 1));
}

function defaultsIn(offer: Offer, group: ModifierGroup<string>, depth: number): OptionChoice[] {
  if (group.kind === 'removal' || depth >= MAX_DEPTH) return [];
  const sellable = group.options.filter(
    ({ id }) => sellability(offer.index, offer.availability, { kind: 'option', id }, offer.moment).sellable,
  );
  return sellable
    .filter(({ isDefault }) => isDefault === true)
    .slice(0, group.max ?? sellable.length)
    .map((option) => {
      const { modifierGroupIds } = optionFacts(offer.index, option);
      const options = groupsById(offer.index, modifierGroupIds).flatMap((each) => defaultsIn(offer, each, depth + 1));
      return { groupId: group.id, optionId: option.id, ...(options.length === 0 ? {} : { options }) };
    });
}

/** The line that "+" adds without asking, or null when the guest has something to choose first. */
export function lineAtOnce(offer: Offer, item: Item<string>): BasketLine | null {
  const [variant, ...others] = item.variants;
  if (variant === undefined || others.length > 0) return null;
  const options = defaultChoices(offer, item, variant.id);
  const line = { itemId: item.id, variantId: variant.id, quantity: 1, ...(options.length === 0 ? {} : { options }) };
  const { taxRates, taxInclusive } = offer.menu;
  const { problems } = priceBasket(offer.index, { lines: [line], fulfilment: 'pickup' }, { taxRates, taxInclusive });
  return problems.length === 0 ? line : null;
}
