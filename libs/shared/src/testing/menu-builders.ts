import type { AvailabilityView } from '../availability/availability.js';
import { indexMenu, type MenuIndex } from '../menu/menu-index.js';
import type { Item, Menu, MenuDocument, ModifierGroup, ModifierOption, Section } from '../menu/menu.js';
import type { Text } from '../text/text.js';

/** Builders that name only what a test is about. */
export function anItem(id: string, priceMinor = 1000, over: Partial<Item<string>> = {}): Item<string> {
  return {
    id,
    name: id,
    variants: [{ id: `${id}-regular`, priceMinor }],
    modifierGroupIds: [],
    taxClass: 'standard',
    ...over,
  };
}

export function anOption(
  id: string,
  priceMinor = 0,
  over: Partial<ModifierOption<string>> = {},
): ModifierOption<string> {
  return { id, name: id, priceMinor, ...over };
}

export function aGroup(
  id: string,
  options: readonly ModifierOption<string>[],
  over: Partial<ModifierGroup<string>> = {},
): ModifierGroup<string> {
  return { id, name: id, kind: 'choice', min: 0, freeCount: 0, priceRule: 'sum', options, ...over };
}

export function aSection(id: string, itemIds: readonly string[], over: Partial<Section<string>> = {}): Section<string> {
  return { id, name: id, itemIds, ...over };
}

/** A menu in English and euros; its items stand in one section unless sections are given. */
export function aMenu(over: Partial<Menu<string>> = {}): Menu<string> {
  const items = over.items ?? [];
  return {
    currency: 'EUR',
    defaultLanguage: 'en',
    languages: ['en'],
    items,
    modifierGroups: [],
    sections: [
      aSection(
        'all',
        items.map(({ id }) => id),
      ),
    ],
    ...over,
  };
}

export function anIndex(over: Partial<Menu<string>> = {}): MenuIndex<string> {
  return indexMenu(aMenu(over));
}

/** The same menu as a document with English texts. */
export function aDocument(over: Partial<Menu<string>> = {}): MenuDocument {
  const { sections, items, modifierGroups, ingredients, ...rest } = aMenu(over);
  const named = ({ name }: { name?: string }): { name?: Text } => (name === undefined ? {} : { name: { en: name } });
  return {
    ...rest,
    format: 'comanda-menu/1',
    ...(ingredients && { ingredients: ingredients.map((each) => ({ ...each, name: { en: each.name } })) }),
    sections: sections.map(({ id, name, itemIds, availability }) => ({
      id,
      name: { en: name },
      itemIds,
      ...(availability && { availability }),
    })),
    items: items.map(({ name, description: _description, photo: _photo, variants, ...item }) => ({
      ...item,
      name: { en: name },
      variants: variants.map(({ name: variantName, ...variant }) => ({
        ...variant,
        ...(variantName === undefined ? {} : { name: { en: variantName } }),
      })),
    })),
    modifierGroups: modifierGroups.map(({ name, options, ...group }) => ({
      ...group,
      name: { en: name },
      options: options.map(({ name: optionName, ...option }) => ({
        ...option,
        ...named(optionName === undefined ? {} : { name: optionName }),
      })),
    })),
  };
}

export const nothingOff: AvailabilityView = { version: 1, suspensions: [], countdowns: [] };
