import { pointer } from '@comanda/shared';
import type { Item, MenuDocument, Photo, ProblemItem, Text } from '@comanda/shared';
import { DomainError } from '../../platform/http/index.js';

/** What the restaurant has beside its menu. */
export interface Surroundings {
  readonly stationIds: readonly string[];
  readonly taxClasses: readonly string[];
  /** Addresses of photos that should be here and are not. */
  readonly lostPhotos: ReadonlySet<string>;
}

/** The parts of an item that point to something or speak a language. */
export type Pointing = Partial<Pick<Item<Text>, 'modifierGroupIds' | 'stationId' | 'taxClass'>> & {
  readonly photo?: Photo<Text> | null | undefined;
  readonly sectionIds?: readonly string[];
};

/** What an edited item points to and what does not exist, each with its pointer. */
export function unknownReferences(
  { modifierGroupIds = [], sectionIds = [], stationId, taxClass, photo }: Pointing,
  document: MenuDocument,
  { stationIds, taxClasses, lostPhotos }: Surroundings,
  at: readonly string[] = [],
): ProblemItem[] {
  const groups = document.modifierGroups.map(({ id }) => id);
  const sections = document.sections.map(({ id }) => id);
  return [
    ...modifierGroupIds.flatMap((id, index) =>
      unknown(id, groups, 'modifier group', [...at, 'modifierGroupIds', String(index)]),
    ),
    ...sectionIds.flatMap((id, index) => unknown(id, sections, 'section', [...at, 'sectionIds', String(index)])),
    ...(stationId === undefined ? [] : unknown(stationId, stationIds, 'station', [...at, 'stationId'])),
    ...(taxClass === undefined || taxClasses.length === 0
      ? []
      : unknown(taxClass, taxClasses, 'tax class', [...at, 'taxClass'])),
    ...(photo && lostPhotos.has(photo.url) ? [lostPhoto(photo, at)] : []),
  ];
}

/** The languages of a text that the menu does not have. */
export function unknownLanguages(
  path: readonly string[],
  text: Readonly<Record<string, unknown>> | null | undefined,
  { languages }: MenuDocument,
): ProblemItem[] {
  return Object.keys(text ?? {})
    .filter((language) => !languages.includes(language))
    .map((language) => ({
      pointer: pointer(...path, language),
      code: 'unknown_language',
      detail: `The menu is not kept in "${language}". Its languages are: ${languages.join(', ')}.`,
    }));
}

export function refuse(problems: readonly ProblemItem[]): void {
  if (problems.length === 0) return;
  throw new DomainError('invalid_request', 'Some fields are wrong; each is named in errors.', problems);
}

function lostPhoto({ url }: Photo<Text>, at: readonly string[]): ProblemItem {
  const detail = 'There is no such photo here. Upload it, or give the address of one that is kept elsewhere.';
  return { pointer: pointer(...at, 'photo', 'url'), code: 'unknown_reference', detail, actual: url };
}

function unknown(id: string, known: readonly string[], word: string, path: readonly string[]): ProblemItem[] {
  if (known.includes(id)) return [];
  const choice = known.length > 0 && known.length <= 20 ? ` There are: ${known.join(', ')}.` : '';
  return [
    {
      pointer: pointer(...path),
      code: 'unknown_reference',
      detail: `There is no ${word} "${id}".${choice}`,
      actual: id,
    },
  ];
}
