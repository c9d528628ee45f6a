import type { Item, Menu, ModifierGroup, ModifierOption, Section, Variant } from './menu.js';

/** A menu with its entities by id, built once and read often. Of entities with one id the first counts. */
export interface MenuIndex<T> {
  readonly menu: Menu<T>;
  readonly items: ReadonlyMap<string, Item<T>>;
  readonly sections: ReadonlyMap<string, Section<T>>;
  readonly variants: ReadonlyMap<string, { readonly item: Item<T>; readonly variant: Variant<T> }>;
  readonly groups: ReadonlyMap<string, ModifierGroup<T>>;
  readonly options: ReadonlyMap<string, { readonly group: ModifierGroup<T>; readonly option: ModifierOption<T> }>;
  /** The sections in which an item stands, by the item's id. */
  readonly sectionsByItem: ReadonlyMap<string, readonly Section<T>[]>;
}

/** Puts the entities of a menu into maps by their ids. */
export function indexMenu<T>(menu: Menu<T>): MenuIndex<T> {
  return Object.freeze({
    menu,
    items: byId(menu.items, (item) => item.id),
    sections: byId(menu.sections, (section) => section.id),
    variants: byId(
      menu.items.flatMap((item) => item.variants.map((variant) => ({ item, variant }))),
      ({ variant }) => variant.id,
    ),
    groups: byId(menu.modifierGroups, (group) => group.id),
    options: byId(
      menu.modifierGroups.flatMap((group) => group.options.map((option) => ({ group, option }))),
      ({ option }) => option.id,
    ),
    sectionsByItem: sectionsByItem(menu.sections),
  });
}

function byId<Entity>(entities: readonly Entity[], idOf: (entity: Entity) => string): Map<string, Entity> {
  const map = new Map<string, Entity>();
  for (const entity of entities) {
    if (!map.has(idOf(entity))) map.set(idOf(entity), entity);
  }
  return map;
}

function sectionsByItem<T>(sections: readonly Section<T>[]): Map<string, Section<T>[]> {
  const map = new Map<string, Section<T>[]>();
  for (const section of sections) {
    for (const itemId of new Set(section.itemIds)) {
      const known = map.get(itemId);
      if (known) known.push(section);
      else map.set(itemId, [section]);
    }
  }
  return map;
}
