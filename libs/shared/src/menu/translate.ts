import type { LanguageTag, Text } from '../text/text.js';
import { textIn } from '../text/text-in.js';
import type { Item, Menu, ModifierGroup, ModifierOption, Section, Variant } from './menu.js';

type Say = (text: Text) => string;

/**
 * The menu in one language, as a guest reads it; see {@link textIn} for texts that are missing in it. Ingredients and
 * recipes stay in the house.
 */
export function translate(document: Menu<Text>, language: LanguageTag): Menu<string> {
  const say: Say = (text) => textIn(text, language, document.defaultLanguage);
  return {
    currency: document.currency,
    defaultLanguage: document.defaultLanguage,
    languages: document.languages,
    sections: document.sections.map((section) => translateSection(section, say)),
    items: document.items.map((item) => translateItem(item, say)),
    modifierGroups: document.modifierGroups.map((group) => translateGroup(group, say)),
  };
}

function translateSection({ name, description, ...rest }: Section<Text>, say: Say): Section<string> {
  return { ...rest, name: say(name), ...(description && { description: say(description) }) };
}

function translateItem(
  { name, description, photo, variants, recipe: _recipe, ...rest }: Item<Text>,
  say: Say,
): Item<string> {
  return {
    ...rest,
    name: say(name),
    ...(description && { description: say(description) }),
    ...(photo && { photo: { ...photo, alt: say(photo.alt) } }),
    variants: variants.map((variant) => translateVariant(variant, say)),
  };
}

function translateVariant({ name, recipe: _recipe, ...rest }: Variant<Text>, say: Say): Variant<string> {
  return { ...rest, ...(name && { name: say(name) }) };
}

function translateGroup({ name, options, ...rest }: ModifierGroup<Text>, say: Say): ModifierGroup<string> {
  return { ...rest, name: say(name), options: options.map((option) => translateOption(option, say)) };
}

function translateOption({ name, recipe: _recipe, ...rest }: ModifierOption<Text>, say: Say): ModifierOption<string> {
  return { ...rest, ...(name && { name: say(name) }) };
}
