import type { LanguageTag, Text } from '../text/text.js';
import { textIn } from '../text/text-in.js';

/** A name for people from a menu in one language or in all of them: in the default language then. */
export function plainName(name: unknown, language: LanguageTag): string | undefined {
  if (typeof name === 'string') return name || undefined;
  return isText(name) ? textIn(name, language, language) || undefined : undefined;
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');
}
