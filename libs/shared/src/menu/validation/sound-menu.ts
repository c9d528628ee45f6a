import type { Text } from '../../text/text.js';
import type { Ingredient, Item, MenuDocument, ModifierGroup, ModifierOption, Section, Variant } from '../menu.js';

/** A menu in which at least lists are lists, ids are strings and texts are texts. Everything else may still be odd. */
export type SoundMenu = Pick<MenuDocument, 'currency' | 'defaultLanguage' | 'languages'> & {
  readonly sections: readonly Section<Text>[];
  readonly items: readonly Item<Text>[];
  readonly modifierGroups: readonly ModifierGroup<Text>[];
  readonly ingredients: readonly Ingredient<Text>[];
};

type Odd = Readonly<Record<string, unknown>>;

/** Reads whatever came as a menu, so that the checks need not fear it. What is no entity at all is passed over. */
export function soundMenu(document: unknown): SoundMenu {
  const menu = recordOf(document);
  return {
    currency: stringOf(menu['currency']),
    defaultLanguage: stringOf(menu['defaultLanguage']),
    languages: stringsOf(menu['languages']),
    sections: recordsOf(menu['sections']).map(soundSection),
    items: recordsOf(menu['items']).map(soundItem),
    modifierGroups: recordsOf(menu['modifierGroups']).map(soundGroup),
    ingredients: recordsOf(menu['ingredients']).map((ingredient) => assume<Ingredient<Text>>(named(ingredient))),
  };
}

function soundSection(section: Odd): Section<Text> {
  return assume<Section<Text>>({ ...named(section), itemIds: stringsOf(section['itemIds']) });
}

function soundItem(item: Odd): Item<Text> {
  return assume<Item<Text>>({
    ...named(item),
    variants: recordsOf(item['variants']).map(soundVariant),
    modifierGroupIds: stringsOf(item['modifierGroupIds']),
    ...(isRecord(item['photo']) ? { photo: { ...item['photo'], alt: textOf(item['photo']['alt']) } } : {}),
  });
}

function soundVariant(variant: Odd): Variant<Text> {
  return assume<Variant<Text>>({ ...maybeNamed(variant), ...groupIdsOf(variant) });
}

function soundGroup(group: Odd): ModifierGroup<Text> {
  return assume<ModifierGroup<Text>>({ ...named(group), options: recordsOf(group['options']).map(soundOption) });
}

function soundOption(option: Odd): ModifierOption<Text> {
  const itemId = option['itemId'] ?? undefined;
  return assume<ModifierOption<Text>>({
    ...maybeNamed(option),
    ...groupIdsOf(option),
    itemId: itemId === undefined ? undefined : stringOf(itemId),
  });
}

/** The type promises more than was looked at; the checks compare every other value before they rely on it. */
function assume<Entity>(entity: Odd): Entity {
  return entity as unknown as Entity;
}

function named(entity: Odd): Odd {
  const { photo: _photo, description, ...rest } = entity;
  return {
    ...rest,
    id: stringOf(entity['id']),
    name: textOf(entity['name']),
    ...(isRecord(description) ? { description: textOf(description) } : {}),
  };
}

function maybeNamed(entity: Odd): Odd {
  const { name, ...rest } = entity;
  return { ...rest, id: stringOf(entity['id']), ...(isRecord(name) ? { name: textOf(name) } : {}) };
}

function groupIdsOf(entity: Odd): Odd {
  const ids = entity['modifierGroupIds'];
  return { modifierGroupIds: Array.isArray(ids) ? stringsOf(ids) : undefined };
}

function textOf(value: unknown): Text {
  const texts = Object.entries(recordOf(value)).filter((entry): entry is [string, string] => isWritten(entry[1]));
  return Object.fromEntries(texts);
}

function isWritten(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function recordOf(value: unknown): Odd {
  return isRecord(value) ? value : {};
}

function recordsOf(value: unknown): Odd[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** A number, or undefined for anything else: odd values cannot even be compared without danger. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function isRecord(value: unknown): value is Odd {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
