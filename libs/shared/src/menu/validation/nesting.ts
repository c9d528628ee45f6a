import type { Text } from '../../text/text.js';
import type { Item, ModifierGroup, ModifierOption } from '../menu.js';
import type { SoundMenu } from './sound-menu.js';

/** Which groups unfold under an option, and which under a whole group. */
export interface Nesting {
  readonly groups: ReadonlyMap<string, ModifierGroup<Text>>;
  readonly items: ReadonlyMap<string, Item<Text>>;
  readonly underOption: (option: ModifierOption<Text>) => readonly string[];
  /** By group id, the ids of the known groups below any of its options. */
  readonly underGroup: ReadonlyMap<string, readonly string[]>;
}

export function nestingOf(menu: SoundMenu): Nesting {
  const groups = firstById(menu.modifierGroups);
  const items = firstById(menu.items);
  const underOption = (option: ModifierOption<Text>): readonly string[] => {
    const item = option.itemId === undefined ? undefined : items.get(option.itemId);
    return (option.modifierGroupIds ?? item?.modifierGroupIds ?? []).filter((id) => groups.has(id));
  };
  const underGroup = new Map(
    [...groups.values()].map((group) => [group.id, [...new Set(group.options.flatMap(underOption))]]),
  );
  return { groups, items, underOption, underGroup };
}

/** Of entities with one id the first counts, as in the index. */
function firstById<Entity extends { readonly id: string }>(entities: readonly Entity[]): Map<string, Entity> {
  const map = new Map<string, Entity>();
  for (const entity of entities) {
    if (!map.has(entity.id)) map.set(entity.id, entity);
  }
  return map;
}
