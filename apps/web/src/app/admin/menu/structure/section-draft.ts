import { LIMITS, pointer, type Section, type Text } from '@comanda/shared';
import type { DishTerms } from '../dish/dish-draft';
import { FAULT_TEXTS } from '../dish/dish-texts';
import type { FieldFault } from '../dish/field-faults';
import { STRUCTURE_TEXTS } from './structure-texts';
import { writtenText } from '../dish/written-text';

export interface SectionDraft {
  readonly name: Text;
  readonly description: Text;
  readonly itemIds: readonly string[];
}

export function sectionDraftOf({ name, description = {}, itemIds }: Section<Text>): SectionDraft {
  return { name, description, itemIds };
}

/** What the form does not show, such as times, stays. */
export function sectionOf(draft: SectionDraft, id: string, base: Section<Text> | null): Section<Text> {
  const description = writtenText(draft.description);
  return {
    ...(base?.availability === undefined ? {} : { availability: base.availability }),
    id,
    name: writtenText(draft.name),
    ...(Object.keys(description).length === 0 ? {} : { description }),
    itemIds: draft.itemIds,
  };
}

export function faultsOfSection(draft: SectionDraft, { languages, defaultLanguage }: DishTerms): readonly FieldFault[] {
  const missing = (draft.name[defaultLanguage] ?? '').trim() === '';
  const tooLong = (field: 'name' | 'description', limit: number): readonly FieldFault[] =>
    languages
      .filter((language) => (draft[field][language] ?? '').length > limit)
      .map((language) => ({ pointer: pointer(field, language), text: FAULT_TEXTS.tooLong(limit) }));
  return [
    ...(missing ? [{ pointer: pointer('name', defaultLanguage), text: STRUCTURE_TEXTS.nameMissing }] : []),
    ...tooLong('name', LIMITS.nameLength),
    ...tooLong('description', LIMITS.descriptionLength),
  ];
}

export function fieldsOfSection({ languages }: DishTerms): readonly string[] {
  return languages.flatMap((language) => [pointer('name', language), pointer('description', language)]);
}
