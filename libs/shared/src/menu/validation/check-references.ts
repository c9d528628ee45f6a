import type { MenuFinding } from '../menu-view.js';
import { findingsIn, type MenuCheck, type Subject } from './finding.js';
import type { SoundMenu } from './sound-menu.js';
import { anItem, anOption, aSection, aVariant } from './subjects.js';

interface Reference {
  readonly from: Subject;
  readonly to: 'item' | 'variant' | 'modifier-group';
  readonly id: string;
}

/** Everything that is pointed to exists. What points into the void is passed over when the menu is read. */
export const checkReferences: MenuCheck = (menu) => {
  const { error } = findingsIn(menu);
  const known = {
    item: new Set(menu.items.map(({ id }) => id)),
    variant: new Set(menu.items.flatMap(({ variants }) => variants.map(({ id }) => id))),
    'modifier-group': new Set(menu.modifierGroups.map(({ id }) => id)),
  };
  return referencesOf(menu)
    .filter(({ to, id }) => !known[to].has(id))
    .map(({ from, to, id }) => {
      const word = to.replace('-', ' ');
      return error(
        'unknown_reference',
        from,
        `It points to the ${word} ${id}, which does not exist. Add that or remove the reference.`,
      );
    });
};

function referencesOf(menu: SoundMenu): Reference[] {
  const groups = (from: Subject, ids: readonly string[] | undefined): Reference[] =>
    (ids ?? []).map((id) => ({ from, to: 'modifier-group', id }));
  return [
    ...menu.sections.flatMap((section) =>
      section.itemIds.map((id): Reference => ({ from: aSection(section), to: 'item', id })),
    ),
    ...menu.items.flatMap((item) => [
      ...groups(anItem(item), item.modifierGroupIds),
      ...item.variants.flatMap((variant) => groups(aVariant(item, variant), variant.modifierGroupIds)),
    ]),
    ...menu.modifierGroups.flatMap(({ options }) =>
      options.flatMap((option) => {
        const from = anOption(option);
        const sizes = Object.keys(option.priceMinorByVariant ?? {});
        return [
          ...(option.itemId === undefined ? [] : [{ from, to: 'item' as const, id: option.itemId }]),
          ...sizes.map((id): Reference => ({ from, to: 'variant', id })),
          ...groups(from, option.modifierGroupIds),
        ];
      }),
    ),
  ];
}

/** Every item stands in a section or is an option of something: otherwise no guest ever sees it. */
export const checkOrphans: MenuCheck = (menu) => {
  const { warning } = findingsIn(menu);
  const used = new Set([
    ...menu.sections.flatMap(({ itemIds }) => itemIds),
    ...menu.modifierGroups.flatMap(({ options }) => options.flatMap(({ itemId }) => itemId ?? [])),
  ]);
  return menu.items
    .filter(({ id }) => !used.has(id))
    .map((item): MenuFinding =>
      warning(
        'orphaned_item',
        anItem(item),
        'It stands in no section and is no option: guests cannot see it. Put it into a section.',
      ),
    );
};
