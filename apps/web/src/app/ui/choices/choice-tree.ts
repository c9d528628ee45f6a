import type { MenuIndex, ModifierGroup, OptionChoice } from '@comanda/shared';
import { groupsById, optionFacts } from '@comanda/shared/pricing';

type Choices = readonly OptionChoice[];

/** How many are chosen in a group, quantities counted. */
export function countIn(choices: Choices, groupId: string): number {
  return choices.reduce((sum, each) => (each.groupId === groupId ? sum + (each.quantity ?? 1) : sum), 0);
}

export function chosenOption(choices: Choices, groupId: string, optionId: string): OptionChoice | undefined {
  return choices.find((each) => each.groupId === groupId && each.optionId === optionId);
}

/**
 * The choices after one option of a group was set to a quantity (0 takes it away). In a group of one the new choice
 * takes the place of the old. `nested` are the choices that come with an option that was not chosen before.
 */
export function withOption(
  choices: Choices,
  group: ModifierGroup<string>,
  optionId: string,
  { quantity, nested = [] }: { readonly quantity: number; readonly nested?: Choices },
): OptionChoice[] {
  const before = chosenOption(choices, group.id, optionId);
  const others = choices.filter(
    (each) => each !== before && (group.max !== 1 || each.groupId !== group.id || quantity < 1),
  );
  if (quantity < 1) return [...others];
  const options = before?.options ?? nested;
  return [
    ...others,
    {
      groupId: group.id,
      optionId,
      ...(quantity === 1 ? {} : { quantity }),
      ...(options.length === 0 ? {} : { options }),
    },
  ];
}

/** The choices after those below one chosen option changed. */
export function withNested(choices: Choices, groupId: string, optionId: string, options: Choices): OptionChoice[] {
  return choices.map((each) => (each.groupId === groupId && each.optionId === optionId ? { ...each, options } : each));
}

/** The groups that unfold under an option. */
export function groupsUnder(index: MenuIndex<string>, optionId: string): readonly ModifierGroup<string>[] {
  const known = index.options.get(optionId);
  return known === undefined ? [] : groupsById(index, optionFacts(index, known.option).modifierGroupIds);
}

export interface MissingChoice {
  /** Where the group stands: `g1`, or `g1.o2.g3` for one that unfolds under an option. */
  readonly path: string;
  readonly group: ModifierGroup<string>;
  readonly count: number;
}

/** The first group, from top to bottom as a guest reads, in which too little is chosen. */
export function firstMissing(
  index: MenuIndex<string>,
  groups: readonly ModifierGroup<string>[],
  choices: Choices,
  below = '',
): MissingChoice | null {
  for (const group of groups) {
    const path = below + group.id;
    const count = countIn(choices, group.id);
    if (count < group.min) return { path, group, count };
    for (const chosen of choices.filter((each) => each.groupId === group.id)) {
      const under = groupsUnder(index, chosen.optionId);
      const missing = firstMissing(index, under, chosen.options ?? [], `${path}.${chosen.optionId}.`);
      if (missing !== null) return missing;
    }
  }
  return null;
}

/** Without what the menu no longer knows, for editing a line that was made with an older one. */
export function knownChoices(
  index: MenuIndex<string>,
  groups: readonly ModifierGroup<string>[],
  choices: Choices,
): OptionChoice[] {
  return choices.flatMap((choice) => {
    const group = groups.find(({ id }) => id === choice.groupId);
    if (group === undefined || !group.options.some(({ id }) => id === choice.optionId)) return [];
    const options = knownChoices(index, groupsUnder(index, choice.optionId), choice.options ?? []);
    const { options: _old, ...rest } = choice;
    return { ...rest, ...(options.length === 0 ? {} : { options }) };
  });
}
