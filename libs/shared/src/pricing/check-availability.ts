import type { AvailabilityView } from '../availability/availability.js';
import { remainingOf, type Target } from '../availability/off-sale.js';
import { unsellableReason, type Moment } from '../availability/sellability.js';
import type { MenuIndex } from '../menu/menu-index.js';
import { plainName } from '../menu/plain-name.js';
import type { BasketProblem } from './basket-problem.js';
import { eachOption, type DraftLine } from './draft.js';
import * as say from './problem-texts.js';

/** The picture of what is on sale against which a basket is checked. */
export interface OnSale<T> {
  readonly index: MenuIndex<T>;
  readonly availability: AvailabilityView;
  readonly now: Moment;
}

/** Something in the basket that must be on sale, and how many portions of what it takes. */
interface Need {
  readonly pointer: string;
  /** Where its quantity stands. */
  readonly quantityPointer: string;
  readonly target: Target;
  readonly name: () => string;
  readonly portions: number;
  readonly counted: readonly Target[];
}

/** What in the basket cannot be sold now, and where it takes more portions than are left over all lines together. */
export function checkAvailability<T>(onSale: OnSale<T>, drafts: readonly DraftLine<T>[]): BasketProblem[] {
  const needs = drafts.flatMap((draft) => needsOf(onSale.index, draft));
  const taken = new Map<string, number>();
  return needs.flatMap((need) => {
    const reason = unsellableReason(onSale.index, onSale.availability, need.target, onSale.now);
    // The shape of the basket decides whether something is sold only inside others; that is checked elsewhere.
    if (reason && reason !== 'only-as-option') return TEXTS[reason](need.pointer, need.target.id, need.name());
    return need.counted.flatMap((target) => tooFewLeft(onSale.availability, need, target, taken)).slice(0, 1);
  });
}

function needsOf<T>(index: MenuIndex<T>, draft: DraftLine<T>): Need[] {
  const { item, variant, quantity } = draft;
  const pointer = `/lines/${draft.index}`;
  const language = index.menu.defaultLanguage;
  const itself: Target = { kind: 'item', id: item.id };
  const size: Target = { kind: 'variant', id: variant.id };
  const dish: Need = {
    pointer,
    quantityPointer: `${pointer}/quantity`,
    target: size,
    name: () => plainName(item.name, language) ?? item.id,
    portions: quantity,
    counted: [itself, size],
  };
  const sides = [...eachOption(draft.options)]
    .filter(({ option }) => option.group.kind !== 'removal')
    .map(({ option, perUnit }): Need => ({
      pointer: option.pointer,
      quantityPointer: `${option.pointer}/quantity`,
      target: { kind: 'option', id: option.option.id },
      name: () => plainName(option.name, language) ?? option.option.id,
      portions: perUnit * quantity,
      counted: option.facts.item ? [{ kind: 'item', id: option.facts.item.id }] : [],
    }));
  return [dish, ...sides];
}

const TEXTS = { suspended: say.suspended, 'sold-out': say.soldOut, 'outside-hours': say.outsideHours };

function tooFewLeft(
  availability: AvailabilityView,
  need: Need,
  target: Target,
  taken: Map<string, number>,
): BasketProblem[] {
  const remaining = remainingOf(availability, target);
  if (remaining === undefined) return [];
  const key = `${target.kind} ${target.id}`;
  const wanted = (taken.get(key) ?? 0) + need.portions;
  taken.set(key, wanted);
  return wanted <= remaining ? [] : [say.fewLeft(need.quantityPointer, target.id, need.name(), remaining, wanted)];
}
