import type { Text } from '../../text/text.js';
import type { MenuFinding } from '../menu-view.js';
import type { ModifierGroup, ModifierOption } from '../menu.js';
import { findingsIn, type MenuCheck } from './finding.js';
import { nestingOf, type Nesting } from './nesting.js';
import { aGroup } from './subjects.js';

/** The numbers of a group fit its options, and a required group can be answered. */
export const checkGroups: MenuCheck = (menu) => {
  const { error, warning } = findingsIn(menu);
  const nesting = nestingOf(menu);
  const answerable = answerableGroups(nesting);
  return menu.modifierGroups.flatMap((group) => {
    const found: MenuFinding[] = [];
    const most = group.options.reduce((sum, option) => sum + maxOf(option), 0);
    const subject = aGroup(group);
    if (group.max !== undefined && group.min > group.max) {
      found.push(
        error(
          'min_above_max',
          subject,
          `At least ${group.min} but at most ${group.max} must be chosen. Change one of the two.`,
        ),
      );
    }
    if (group.max !== undefined && group.max > most && group.options.length > 0) {
      found.push(
        warning(
          'max_above_options',
          subject,
          `Up to ${group.max} may be chosen, but the options allow only ${most}. Lower the maximum or add options.`,
        ),
      );
    }
    if (group.min > 0 && group.options.length === 0) {
      found.push(
        error(
          'required_group_without_options',
          subject,
          'A choice is required, but there is nothing to choose. Add options or set the minimum to 0.',
        ),
      );
    } else if (group.min > 0 && !answerable.has(group.id)) {
      found.push(
        error(
          'required_group_unsellable',
          subject,
          `At least ${group.min} must be chosen, but the options do not allow it: dishes that need this choice cannot be ordered. Add options or lower the minimum.`,
        ),
      );
    }
    return found;
  });
};

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
  if (!(group.min > 0)) return true;
  const usable = group.options.filter(
    (option) => isSomething(option, nesting) && nesting.underOption(option).every((id) => answerable.has(id)),
  );
  return usable.reduce((sum, option) => sum + maxOf(option), 0) >= group.min;
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

/** An odd maximum is a finding of its own; here it counts as 1. */
function maxOf({ maxQuantity = 1 }: ModifierOption<Text>): number {
  return Number.isSafeInteger(maxQuantity) && maxQuantity > 0 ? maxQuantity : 1;
}
