import type { Text } from '../../text/text.js';
import type { MenuFinding } from '../menu-view.js';
import type { Item, ModifierGroup, ModifierOption } from '../menu.js';
import { findingsIn, type Findings, type MenuCheck } from './finding.js';
import { nestingOf, type Nesting } from './nesting.js';
import { numberOf } from './sound-menu.js';
import { aGroup } from './subjects.js';

/** The numbers of a group fit its options, and a required group can be answered. */
export const checkGroups: MenuCheck = (menu) => {
  const findings = findingsIn(menu);
  const nesting = nestingOf(menu);
  const answerable = answerableGroups(nesting);
  const atDishes = new Set(menu.items.flatMap(groupIdsOf));
  return menu.modifierGroups.flatMap((group) => [
    ...checkBounds(findings, group),
    ...checkParts(findings, group),
    ...(atDishes.has(group.id) ? checkPercents(findings, group) : []),
    ...checkRequired(findings, group, answerable),
  ]);
};

function checkBounds({ error, warning }: Findings, group: ModifierGroup<Text>): MenuFinding[] {
  const max = numberOf(group.max);
  if (max === undefined) return [];
  const found: MenuFinding[] = [];
  const least = leastOf(group);
  const most = mostOf(group.options);
  if (least > max) {
    const detail = `At least ${least} but at most ${max} must be chosen. Change one of the two.`;
    found.push(error('min_above_max', aGroup(group), detail));
  }
  if (max > most && group.options.length > 0) {
    const detail = `Up to ${max} may be chosen, but the options allow only ${most}. Lower the maximum or add options.`;
    found.push(warning('max_above_options', aGroup(group), detail));
  }
  return found;
}

/** Every guest must choose all parts, and a part is never free. */
function checkParts({ error }: Findings, group: ModifierGroup<Text>): MenuFinding[] {
  const { kind, min, max, freeCount } = group;
  // Crossed bounds are told already.
  if (kind !== 'part' || (max !== undefined && min > max)) return [];
  if (min >= 2 && min === max && numberOf(freeCount) === 0) return [];
  const detail = `A dish of parts needs the number of its parts as minimum and as maximum, 2 or more, and none of them free. For halves set both to 2.`;
  return [error('parts_without_number', aGroup(group), detail)];
}

function groupIdsOf({ modifierGroupIds, variants }: Item<Text>): readonly string[] {
  return [...modifierGroupIds, ...variants.flatMap((variant) => variant.modifierGroupIds ?? [])];
}

/** "Light" and "extra" are said of a choice, not of a dish. */
function checkPercents({ error }: Findings, group: ModifierGroup<Text>): MenuFinding[] {
  if (group.options.every(({ percentOfChoice }) => percentOfChoice === undefined)) return [];
  const detail =
    'Its options are percentages of the choice they stand under, but a dish has the group itself. Put it under options of the dish instead.';
  return [error('percent_without_choice', aGroup(group), detail)];
}

function checkRequired(
  { error }: Findings,
  group: ModifierGroup<Text>,
  answerable: ReadonlySet<string>,
): MenuFinding[] {
  const least = leastOf(group);
  if (least <= 0) return [];
  if (group.options.length === 0) {
    const detail = 'A choice is required, but there is nothing to choose. Add options or set the minimum to 0.';
    return [error('required_group_without_options', aGroup(group), detail)];
  }
  if (answerable.has(group.id)) return [];
  const detail = `At least ${least} must be chosen, but the options do not allow it, so that dishes with it cannot be ordered. Add options or lower the minimum.`;
  return [error('required_group_unsellable', aGroup(group), detail)];
}

/**
 * The groups that a guest can answer: enough options that are something, and of whose own required groups each can be
 * answered. It grows from the groups that ask for nothing, so circles of required groups stay out.
 */
function answerableGroups(nesting: Nesting): ReadonlySet<string> {
  const answerable = new Set<string>();
  const above = groupsAbove(nesting);
  const queue = [...nesting.groups.keys()];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const group = nesting.groups.get(id);
    if (!group || answerable.has(id) || !isAnswerable(group, nesting, answerable)) continue;
    answerable.add(id);
    queue.push(...(above.get(id) ?? []));
  }
  return answerable;
}

function isAnswerable(group: ModifierGroup<Text>, nesting: Nesting, answerable: ReadonlySet<string>): boolean {
  const least = leastOf(group);
  if (least <= 0) return true;
  const usable = group.options.filter(
    (option) => isSomething(option, nesting) && nesting.underOption(option).every((id) => answerable.has(id)),
  );
  return mostOf(usable) >= least;
}

function isSomething(option: ModifierOption<Text>, { items }: Nesting): boolean {
  return option.name !== undefined || (option.itemId !== undefined && items.has(option.itemId));
}

function groupsAbove({ underGroup }: Nesting): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, string[]>();
  for (const [id, below] of underGroup) {
    for (const each of below) {
      const known = above.get(each);
      if (known) known.push(id);
      else above.set(each, [id]);
    }
  }
  return above;
}

function leastOf(group: ModifierGroup<Text>): number {
  return numberOf(group.min) ?? 0;
}

/** How many can be chosen at most. An odd maximum of an option is a finding of its own; here it counts as 1. */
function mostOf(options: readonly ModifierOption<Text>[]): number {
  return options.reduce((sum, { maxQuantity = 1 }) => {
    return sum + (Number.isSafeInteger(maxQuantity) && maxQuantity > 0 ? maxQuantity : 1);
  }, 0);
}
