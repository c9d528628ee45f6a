import { STOCK_UNITS } from '../../inventory/units.js';
import type { RecipeLine } from '../../inventory/recipe-line.js';
import type { MenuFinding } from '../menu-view.js';
import { findingsIn, type Findings, type MenuCheck, type Subject } from './finding.js';
import { isRecord, numberOf, type SoundMenu } from './sound-menu.js';
import { anIngredient, anItem, anOption, aVariant } from './subjects.js';

interface Recipe {
  readonly of: Subject;
  readonly lines: unknown;
  /** In a group of removals a line without an amount takes all away. */
  readonly removal: boolean;
}

/** Recipes name ingredients that exist, with amounts that can be booked; ingredients are kept in a known unit. */
export const checkRecipes: MenuCheck = (menu) => {
  const findings = findingsIn(menu);
  const known = new Set(menu.ingredients.map(({ id }) => id));
  return [
    ...menu.ingredients.flatMap((ingredient) => checkIngredient(findings, ingredient)),
    ...recipesOf(menu).flatMap((recipe) => checkRecipe(findings, recipe, known)),
  ];
};

function checkIngredient({ error, warning }: Findings, ingredient: SoundMenu['ingredients'][number]): MenuFinding[] {
  const subject = anIngredient(ingredient);
  const units: readonly unknown[] = STOCK_UNITS;
  const { unit, allergens } = ingredient as { unit?: unknown; allergens?: unknown };
  return [
    ...(units.includes(unit)
      ? []
      : [error('invalid_value', subject, `Its unit is unknown. Use ${STOCK_UNITS.join(', ')}.`)]),
    ...(allergens === undefined
      ? [
          warning(
            'undeclared_ingredient',
            subject,
            'It declares no allergens, so dishes made of it cannot say theirs by themselves. Declare them, or an empty list.',
          ),
        ]
      : []),
  ];
}

function checkRecipe({ error }: Findings, { of, lines, removal }: Recipe, known: ReadonlySet<string>): MenuFinding[] {
  if (lines === undefined) return [];
  if (!Array.isArray(lines)) return [error('invalid_recipe', of, 'Its recipe is not a list. Send a list of lines.')];
  return lines.flatMap((line: unknown, position) => {
    const { ingredientId, quantityMilli } = (isRecord(line) ? line : {}) as Partial<Record<keyof RecipeLine, unknown>>;
    const where = `Line ${String(position + 1)} of its recipe`;
    const quantity = numberOf(quantityMilli);
    const all = removal && quantityMilli === undefined;
    return [
      ...(typeof ingredientId === 'string' && known.has(ingredientId)
        ? []
        : [error('unknown_reference', of, `${where} names an ingredient that does not exist. Add that first.`)]),
      ...(all || (quantity !== undefined && Number.isSafeInteger(quantity) && quantity > 0)
        ? []
        : [error('invalid_recipe', of, `${where} needs an amount: a whole number of thousandths above zero.`)]),
    ];
  });
}

function recipesOf(menu: SoundMenu): Recipe[] {
  return [
    ...menu.items.flatMap((item): Recipe[] => [
      { of: anItem(item), lines: item.recipe, removal: false },
      ...item.variants.map((variant) => ({ of: aVariant(item, variant), lines: variant.recipe, removal: false })),
    ]),
    ...menu.modifierGroups.flatMap(({ kind, options }) =>
      options.map((option) => ({ of: anOption(option), lines: option.recipe, removal: kind === 'removal' })),
    ),
  ];
}
