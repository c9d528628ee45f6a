import type { ChangeItemRequest, Item, MenuDocument, ProblemItem, Text } from '@comanda/shared';
import { textWith, withChanges } from './changed-entity.js';
import { inSections, withItem } from './document-changes.js';
import { unknownLanguages, unknownReferences } from './item-references.js';
import type { Surroundings } from './item-references.js';

/** The document with an item changed as asked. */
export function withChangedItem(document: MenuDocument, item: Item<Text>, request: ChangeItemRequest): MenuDocument {
  const { name, description, sectionIds, ...rest } = request;
  const changed = withChanges(item, {
    ...rest,
    name: textWith(item.name, name) ?? undefined,
    description: textWith(item.description, description),
  });
  const moved = withItem(document, changed);
  return sectionIds === undefined ? moved : inSections(moved, item.id, sectionIds);
}

/** What of the request does not fit the menu and the restaurant, each point with its pointer. */
export function faultsOfChange(
  request: ChangeItemRequest,
  item: Item<Text>,
  document: MenuDocument,
  surroundings: Surroundings,
): ProblemItem[] {
  const { name, description, photo, modifierGroupIds, sectionIds, stationId, taxClass } = request;
  const pointing = {
    ...(modifierGroupIds && { modifierGroupIds }),
    ...(sectionIds && { sectionIds }),
    ...(stationId && stationId !== item.stationId && { stationId }),
    ...(taxClass && taxClass !== item.taxClass && { taxClass }),
    photo,
  };
  return [
    ...unknownLanguages(['name'], name, document),
    ...unknownLanguages(['description'], description, document),
    ...unknownLanguages(['photo', 'alt'], photo?.alt, document),
    ...faultsOfName(item.name, name, document),
    ...unknownReferences(pointing, document, surroundings),
  ];
}

/** A name may lack a translation, never the language on which all others fall back. */
function faultsOfName(name: Text, change: ChangeItemRequest['name'], { defaultLanguage }: MenuDocument): ProblemItem[] {
  if (change === undefined || textWith(name, change)?.[defaultLanguage] !== undefined) return [];
  const detail = `Write the name in "${defaultLanguage}", the menu's default language.`;
  return [{ pointer: `/name/${defaultLanguage}`, code: 'missing_text', detail }];
}
