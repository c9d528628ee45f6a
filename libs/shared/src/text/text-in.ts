import type { LanguageTag, Text } from './text.js';

/**
 * The text in a language. Where it is missing: in the language without region (`de` for `de-AT`), in the fallback
 * language, in the first that there is, and at last an empty string.
 */
export function textIn(text: Text, language: LanguageTag, fallback: LanguageTag): string {
  for (const tag of [language, baseOf(language), fallback]) {
    const found = textOf(text, tag);
    if (found) return found;
  }
  return Object.values(text).find((each) => each !== '') ?? '';
}

/** Odd tags such as `constructor` must not reach into the object's prototype. */
function textOf(text: Text, tag: LanguageTag): string | undefined {
  return Object.hasOwn(text, tag) ? text[tag] : undefined;
}

function baseOf(language: LanguageTag): LanguageTag {
  return language.split('-', 1)[0] ?? language;
}
