import { pointer } from '@comanda/shared';
import type {
  Item,
  MenuDocument,
  ModifierGroup,
  ProblemItem,
  PutGroupRequest,
  PutItemRequest,
  PutSectionRequest,
  Text,
} from '@comanda/shared';
import { faultsOfTexts, namesIn } from './entity-faults.js';
import { unknownReferences } from './item-references.js';
import type { Surroundings } from './item-references.js';

/** What of a whole item does not fit the menu and the restaurant, each point with its pointer. */
export function faultsOfItem(
  request: PutItemRequest,
  old: Item<Text> | undefined,
  document: MenuDocument,
  surroundings: Surroundings,
): ProblemItem[] {
  const { name, description, photo, variants, modifierGroupIds, sectionIds, stationId, taxClass } = request;
  const others = [
    { path: ['description'], text: description },
    { path: ['photo', 'alt'], text: photo?.alt },
    ...namesIn('variants', variants),
  ];
  const pointing = {
    modifierGroupIds,
    ...(sectionIds && { sectionIds }),
    ...(stationId !== undefined && stationId !== old?.stationId && { stationId }),
    ...(taxClass !== old?.taxClass && { taxClass }),
    photo,
  };
  return [
    ...faultsOfTexts(name, others, document),
    ...unknownReferences(pointing, document, surroundings),
    ...variants.flatMap((variant, index) => {
      const groups = { modifierGroupIds: variant.modifierGroupIds ?? [] };
      return unknownReferences(groups, document, surroundings, ['variants', String(index)]);
    }),
  ];
}

export function faultsOfSection({ name, description }: PutSectionRequest, document: MenuDocument): ProblemItem[] {
  return faultsOfTexts(name, [{ path: ['description'], text: description }], document);
}

/** An order of the sections names each of them once. */
export function faultsOfOrder(sectionIds: readonly string[], { sections }: MenuDocument): ProblemItem[] {
  const known = sections.map(({ id }) => id);
  const missing = known.filter((id) => !sectionIds.includes(id));
  return [
    ...sectionIds.flatMap((id, index) =>
      known.includes(id) ? [] : [orderFault(index, `There is no section "${id}". Leave it out.`)],
    ),
    ...missing.map((id) => orderFault(sectionIds.length, `The section "${id}" is missing. Name all sections.`)),
  ];
}

function orderFault(index: number, detail: string): ProblemItem {
  return { pointer: pointer('sectionIds', index), code: 'unknown_reference', detail };
}

/** A new station or tax class of an option must exist; an old odd one may stay. */
export function faultsOfGroup(
  { name, options }: PutGroupRequest,
  old: ModifierGroup<Text> | undefined,
  document: MenuDocument,
  surroundings: Surroundings,
): ProblemItem[] {
  const pointers = options.flatMap(({ id, stationId, taxClass }, index) => {
    const before = old?.options.find((option) => option.id === id);
    const pointing = {
      ...(stationId !== undefined && stationId !== before?.stationId && { stationId }),
      ...(taxClass !== undefined && taxClass !== before?.taxClass && { taxClass }),
    };
    return unknownReferences(pointing, document, surroundings, ['options', String(index)]);
  });
  return [...faultsOfTexts(name, namesIn('options', options), document), ...pointers];
}
