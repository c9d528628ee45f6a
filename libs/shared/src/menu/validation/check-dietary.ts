import { ADDITIVES, ALLERGENS, DIET_TAGS } from '../dietary.js';
import type { Dietary } from '../menu.js';
import type { MenuFinding, MenuFindingCode } from '../menu-view.js';
import { findingsIn, type MenuCheck, type Subject } from './finding.js';
import { anIngredient, anItem, anOption } from './subjects.js';

const DECLARATIONS = [
  { field: 'allergens', word: 'allergen', code: 'unknown_allergen', known: ALLERGENS },
  { field: 'additives', word: 'additive', code: 'unknown_additive', known: ADDITIVES },
  { field: 'dietTags', word: 'diet tag', code: 'unknown_diet_tag', known: DIET_TAGS },
] as const satisfies readonly { field: keyof Dietary; word: string; code: MenuFindingCode; known: readonly string[] }[];

/** What is declared about dishes is written in the words that guests' sites know. */
export const checkDietary: MenuCheck = (menu) => {
  const { error } = findingsIn(menu);
  const check = (subject: Subject, dietary: Dietary): MenuFinding[] =>
    DECLARATIONS.flatMap(({ field, word, code, known }) => {
      const unknown = unknownIn(dietary[field], known);
      if (unknown.length === 0) return [];
      return error(code, subject, `Unknown ${word}: ${unknown.join(', ')}. Use the words of the menu format.`);
    });
  return [
    ...menu.items.flatMap((item) => check(anItem(item), item)),
    ...menu.modifierGroups.flatMap(({ options }) => options.flatMap((option) => check(anOption(option), option))),
    ...menu.ingredients.flatMap((ingredient) => check(anIngredient(ingredient), ingredient)),
  ];
};

function unknownIn(declared: unknown, known: readonly string[]): string[] {
  if (declared === undefined || declared === null) return [];
  if (!Array.isArray(declared)) return ['not a list'];
  return declared.map(readable).filter((each) => !known.includes(each));
}

function readable(value: unknown): string {
  return typeof value === 'string' ? value : typeof value;
}
