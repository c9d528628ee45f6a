import type { LanguageTag, Text } from '@comanda/shared';

/** The text with other words in one language; a language without words is not there. */
export function withText(text: Text, language: LanguageTag, words: string): Text {
  const { [language]: _, ...others } = text;
  return words === '' ? others : { ...text, [language]: words };
}
