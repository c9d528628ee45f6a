import type { Additive, Allergen, DietTag } from './dietary.js';
import type { MenuIndex } from './menu-index.js';
import type { Item, ModifierGroup, ModifierOption, Variant } from './menu.js';

/** The groups that a guest chooses from for an item in a size, in order. Unknown ones are passed over. */
export function groupsOf<T>(
  index: MenuIndex<T>,
  item: Pick<Item<T>, 'modifierGroupIds'>,
  variant?: Pick<Variant<T>, 'modifierGroupIds'>,
): ModifierGroup<T>[] {
  return groupsById(index, variant?.modifierGroupIds ?? item.modifierGroupIds);
}

/** The groups with these ids, in order and each once; unknown ones are passed over. */
export function groupsById<T>(index: MenuIndex<T>, ids: readonly string[]): ModifierGroup<T>[] {
  return [...new Set(ids)].flatMap((id) => index.groups.get(id) ?? []);
}

/** What holds for an option, whether it says so itself or the item says it to which it points. */
export interface OptionFacts<T> {
  readonly item: Item<T> | undefined;
  /** Undefined only when the option has no name and points to no known item. */
  readonly name: T | undefined;
  /** Undefined when nothing is declared. */
  readonly allergens: readonly Allergen[] | undefined;
  readonly additives: readonly Additive[] | undefined;
  readonly dietTags: readonly DietTag[] | undefined;
  /** Undefined when the parent's holds. */
  readonly taxClass: string | undefined;
  /** Undefined when the parent's station makes it. */
  readonly stationId: string | undefined;
  readonly modifierGroupIds: readonly string[];
}

/** Reads an option together with the item to which it points; what the option says itself goes first. */
export function optionFacts<T>(index: MenuIndex<T>, option: ModifierOption<T>): OptionFacts<T> {
  const item = option.itemId === undefined ? undefined : index.items.get(option.itemId);
  return {
    item,
    name: option.name ?? item?.name,
    ...declared(option, item),
    taxClass: option.taxClass ?? item?.taxClass,
    stationId: option.stationId ?? item?.stationId,
    modifierGroupIds: option.modifierGroupIds ?? item?.modifierGroupIds ?? [],
  };
}

function declared<T>(
  option: ModifierOption<T>,
  item: Item<T> | undefined,
): Pick<OptionFacts<T>, 'allergens' | 'additives' | 'dietTags'> {
  return {
    allergens: option.allergens ?? item?.allergens,
    additives: option.additives ?? item?.additives,
    dietTags: option.dietTags ?? item?.dietTags,
  };
}
