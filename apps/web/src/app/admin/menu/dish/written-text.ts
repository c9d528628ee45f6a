import type { Text } from '@comanda/shared';

/** The text without blanks at the ends, and without languages in which nothing is written. */
export function writtenText(text: Text): Text {
  const words = Object.entries(text).map(([language, each]) => [language, each.trim()] as const);
  return Object.fromEntries(words.filter(([, each]) => each !== ''));
}
