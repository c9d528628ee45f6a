import { pointer } from '@comanda/shared';
import type { LanguageTag, MenuDocument, ProblemItem, Text } from '@comanda/shared';
import { unknownLanguages } from './item-references.js';

const NEW_ID = /^[A-Za-z0-9._:~-]+$/;

/** A text of a request's body with its place. */
interface PlacedText {
  readonly path: readonly string[];
  readonly text: Text | undefined;
}

/** Texts in languages that the menu does not have, and a name without the language on which all others fall back. */
export function faultsOfTexts(name: Text, others: readonly PlacedText[], document: MenuDocument): ProblemItem[] {
  return [
    ...unknownLanguages(['name'], name, document),
    ...missingName(name, document.defaultLanguage),
    ...others.flatMap(({ path, text }) => unknownLanguages(path, text, document)),
  ];
}

/** The texts of listed parts: the names of sizes or options. */
export function namesIn(list: string, parts: readonly { readonly name?: Text }[]): PlacedText[] {
  return parts.map(({ name }, index) => ({ path: [list, String(index), 'name'], text: name }));
}

/** An id in the body must be the address's; a new one must be easy to write into addresses and spreadsheets. */
export function faultsOfId(pathId: string, bodyId: string | undefined, isNew: boolean): ProblemItem[] {
  if (bodyId !== undefined && bodyId !== pathId) {
    const detail = 'The id must be the one of the address. Leave it out of the body.';
    return [{ pointer: '/id', code: 'other_id', detail }];
  }
  if (!isNew || NEW_ID.test(pathId)) return [];
  const detail = 'A new id may have letters, digits, points, colons, tildes, hyphens and underscores.';
  return [{ pointer: '#path/id', code: 'invalid_id', detail }];
}

function missingName(name: Text, language: LanguageTag): ProblemItem[] {
  if (Object.hasOwn(name, language)) return [];
  const detail = `Write the name in "${language}", the menu's default language.`;
  return [{ pointer: pointer('name', language), code: 'missing_text', detail }];
}
