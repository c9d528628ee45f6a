import type { Text } from '../../text/text.js';
import type { Ingredient, Item, ModifierGroup, ModifierOption, Section, Variant } from '../menu.js';
import type { Subject } from './finding.js';
import type { SoundMenu } from './sound-menu.js';

export const theMenu: Subject = { kind: 'menu', id: 'menu' };

export const aSection = ({ id, name }: Section<Text>): Subject => ({ kind: 'section', id, name });
export const anItem = ({ id, name }: Item<Text>): Subject => ({ kind: 'item', id, name });
export const aGroup = ({ id, name }: ModifierGroup<Text>): Subject => ({ kind: 'modifier-group', id, name });
export const anOption = ({ id, name }: ModifierOption<Text>): Subject => ({ kind: 'option', id, name });
export const anIngredient = ({ id, name }: Ingredient<Text>): Subject => ({ kind: 'ingredient', id, name });
/** A variant without a name of its own is known by its item's. */
export const aVariant = (item: Item<Text>, { id, name }: Variant<Text>): Subject => ({
  kind: 'variant',
  id,
  name: name ?? item.name,
});

/** Every entity of a menu as a subject, kind by kind. */
export function subjectsOf(menu: SoundMenu): Subject[] {
  return [
    ...menu.sections.map(aSection),
    ...menu.items.map(anItem),
    ...menu.items.flatMap((item) => item.variants.map((variant) => aVariant(item, variant))),
    ...menu.modifierGroups.map(aGroup),
    ...menu.modifierGroups.flatMap((group) => group.options.map(anOption)),
    ...menu.ingredients.map(anIngredient),
  ];
}
