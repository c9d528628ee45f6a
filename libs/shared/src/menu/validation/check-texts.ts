import type { LanguageTag, Text } from '../../text/text.js';
import type { MenuFinding } from '../menu-view.js';
import { findingsIn, type MenuCheck, type Subject } from './finding.js';
import type { SoundMenu } from './sound-menu.js';
import { aGroup, anItem, anOption, aSection, aVariant } from './subjects.js';

/** The texts of one entity; without a needed name nobody knows what it is. */
interface Texts {
  readonly subject: Subject;
  readonly name: Text | undefined;
  readonly needsName: boolean;
  readonly others: readonly (Text | undefined)[];
}

/** Every text is there in every language of the menu; one finding for each entity. */
export const checkTexts: MenuCheck = (menu) => {
  const { warning } = findingsIn(menu);
  return textsOf(menu).flatMap(({ subject, name, needsName, others }): MenuFinding[] => {
    if (needsName && !isWritten(name)) {
      return [warning('missing_text', subject, 'It has no name in any language. Write one.')];
    }
    const missing = missingLanguages(menu.languages, [name, ...others]);
    if (missing.length === 0) return [];
    const detail = `Texts are missing in: ${missing.join(', ')}. Guests read the default language there.`;
    return [warning('missing_translation', subject, detail)];
  });
};

/** A text that nobody has written in any language is not missing in one. */
function missingLanguages(languages: readonly LanguageTag[], texts: readonly (Text | undefined)[]): LanguageTag[] {
  const written = texts.filter(isWritten);
  return languages.filter((language) => written.some((text) => !Object.hasOwn(text, language)));
}

function isWritten(text: Text | undefined): text is Text {
  return text !== undefined && Object.keys(text).length > 0;
}

function textsOf(menu: SoundMenu): Texts[] {
  const itemIds = new Set(menu.items.map(({ id }) => id));
  return [
    ...menu.sections.map((section) => required(aSection(section), section.name, [section.description])),
    ...menu.items.map((item) => required(anItem(item), item.name, [item.description, item.photo?.alt])),
    ...menu.items.flatMap((item) =>
      item.variants.map((variant) => ({
        subject: aVariant(item, variant),
        name: variant.name,
        needsName: item.variants.length > 1,
        others: [],
      })),
    ),
    ...menu.modifierGroups.map((group) => required(aGroup(group), group.name, [])),
    ...menu.modifierGroups.flatMap(({ options }) =>
      options.map((option) => ({
        subject: anOption(option),
        name: option.name,
        needsName: option.itemId === undefined || !itemIds.has(option.itemId),
        others: [],
      })),
    ),
  ];
}

function required(subject: Subject, name: Text, others: readonly (Text | undefined)[]): Texts {
  return { subject, name, needsName: true, others };
}
