import { optionFacts } from '../menu/groups-of.js';
import type { MenuIndex } from '../menu/menu-index.js';
import type { Item } from '../menu/menu.js';
import type { LocalMoment } from '../time/local-moment.js';
import type { AvailabilityView, Sellability, UnsellableReason } from './availability.js';
import { hoursOf, isWithinHours, nextOpeningOf, type ItemHours } from './item-hours.js';
import { offSaleOf, remainingOf, type OffSale, type Target } from './off-sale.js';

/** A moment on the wall together with its instant. */
export type Moment = LocalMoment & { readonly instantMs: number };

/** What a target stands on: when any of it is off sale, so is the target. */
interface Footing {
  readonly targets: readonly Target[];
  readonly hours: ItemHours;
  readonly onlyAsOption: boolean;
}

/**
 * Whether something can be sold at a moment, and else why and until when. A variant stands on its item, an option on
 * the item to which it points, and an item goes when all its variants are off sale. With the time zone the answer also
 * says when its hours begin again. What the menu does not know cannot be sold.
 */
export function sellability<T>(
  index: MenuIndex<T>,
  availability: AvailabilityView,
  target: Target,
  at: Moment,
  timezone?: string,
): Sellability {
  const footing = footingOf(index, target);
  if (!footing) return { sellable: false, reason: 'suspended' };
  const offSale = whyOff(index, availability, target, { footing, at, timezone });
  const remaining = leastRemaining(index, availability, footing, target);
  return { sellable: !offSale, ...offSale, ...(remaining === undefined ? {} : { remaining }) };
}

/** Only why it cannot be sold; undefined when it can. */
export function unsellableReason<T>(
  index: MenuIndex<T>,
  availability: AvailabilityView,
  target: Target,
  at: Moment,
): UnsellableReason | undefined {
  const footing = footingOf(index, target);
  return footing ? whyOff(index, availability, target, { footing, at })?.reason : 'suspended';
}

interface Asked {
  readonly footing: Footing;
  readonly at: Moment;
  readonly timezone?: string | undefined;
}

function whyOff<T>(
  index: MenuIndex<T>,
  availability: AvailabilityView,
  target: Target,
  { footing, at, timezone }: Asked,
): OffSale | undefined {
  return offSaleAt(availability, footing, at, timezone) ?? variantsOff(index, availability, target, at);
}

function footingOf<T>(index: MenuIndex<T>, target: Target): Footing | undefined {
  if (target.kind === 'option') return optionFooting(index, target);
  const item = target.kind === 'item' ? index.items.get(target.id) : index.variants.get(target.id)?.item;
  if (!item) return undefined;
  const itself: Target = { kind: 'item', id: item.id };
  return {
    targets: target.kind === 'item' ? [itself] : [itself, target],
    hours: hoursOf(index, item),
    onlyAsOption: item.onlyAsOption ?? false,
  };
}

/** Inside another dish only the item's own hours count: a side that its section sells at noon still goes with the burger. */
function optionFooting<T>(index: MenuIndex<T>, target: Target): Footing | undefined {
  const known = index.options.get(target.id);
  if (!known) return undefined;
  const { item } = optionFacts(index, known.option);
  return {
    targets: item ? [target, { kind: 'item', id: item.id }] : [target],
    hours: { own: item?.availability, sections: [] },
    onlyAsOption: false,
  };
}

function offSaleAt(
  availability: AvailabilityView,
  footing: Footing,
  at: Moment,
  timezone: string | undefined,
): OffSale | undefined {
  if (footing.onlyAsOption) return { reason: 'only-as-option' };
  const offSale = gravest(footing.targets.flatMap((each) => offSaleOf(availability, each, at.instantMs) ?? []));
  if (offSale || isWithinHours(footing.hours, at)) return offSale;
  const opening = timezone === undefined ? undefined : nextOpeningOf(footing.hours, at.instantMs, timezone);
  return { reason: 'outside-hours', ...(opening === undefined ? {} : { until: new Date(opening).toISOString() }) };
}

/** A person's decision goes before an empty countdown; of equals the one that ends last. */
function gravest(all: readonly OffSale[]): OffSale | undefined {
  const rank = ({ reason, until }: OffSale): number =>
    (reason === 'suspended' ? 1e16 : 0) + (until === undefined ? 9e15 : Date.parse(until));
  return all.reduce<OffSale | undefined>(
    (worst, each) => (worst && rank(worst) >= rank(each) ? worst : each),
    undefined,
  );
}

/** An item whose variants are all off sale is off sale until the first of them comes back. */
function variantsOff<T>(
  index: MenuIndex<T>,
  availability: AvailabilityView,
  target: Target,
  at: Moment,
): OffSale | undefined {
  const variants = variantsOf(index, target);
  const off = variants.flatMap(({ id }) => offSaleOf(availability, { kind: 'variant', id }, at.instantMs) ?? []);
  if (off.length === 0 || off.length < variants.length) return undefined;
  const ends = off.flatMap(({ until }) => until ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
  const reason = off.some((each) => each.reason === 'sold-out') ? 'sold-out' : 'suspended';
  return { reason, ...(ends[0] === undefined ? {} : { until: ends[0] }) };
}

/** The item's count, or a variant's where that is less; an item with a single variant shares its count. */
function leastRemaining<T>(
  index: MenuIndex<T>,
  availability: AvailabilityView,
  footing: Footing,
  target: Target,
): number | undefined {
  const [only, ...others] = variantsOf(index, target);
  const single: Target[] = only && others.length === 0 ? [{ kind: 'variant', id: only.id }] : [];
  const counts = [...footing.targets, ...single].flatMap((each) => remainingOf(availability, each) ?? []);
  return counts.length === 0 ? undefined : Math.min(...counts);
}

function variantsOf<T>(index: MenuIndex<T>, target: Target): Item<T>['variants'] {
  return target.kind === 'item' ? (index.items.get(target.id)?.variants ?? []) : [];
}
