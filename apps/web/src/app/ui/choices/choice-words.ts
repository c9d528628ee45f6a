import type { ModifierGroup, PriceRule } from '@comanda/shared';

/** What a group asks for: "Required, choose 1", "Choose up to 3 · 2 of 3". */
export function ruleWords(group: ModifierGroup<string>, count: number): string {
  const { min, max, freeCount } = group;
  const free = freeCount > 0 ? freeWords(freeCount) : '';
  const progress = max !== undefined && max > 1 && count > 0 ? progressWords(count, max) : '';
  return [boundWords(min, max), progress, free, CHARGED[group.priceRule] ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}

/** What is to be said of prices that do not simply add up. */
const CHARGED: Partial<Record<PriceRule, string>> = {
  dearest: $localize`:@@guest.choice.dearest:the dearest one counts`,
  average: $localize`:@@guest.choice.average:their average counts`,
};

function boundWords(min: number, max: number | undefined): string {
  if (min > 0 && min === max) return $localize`:@@guest.choice.exactly:Required, choose ${min}:count:`;
  if (min > 0 && max === undefined) return $localize`:@@guest.choice.atLeast:Required, choose ${min}:count: or more`;
  if (min > 0) return $localize`:@@guest.choice.between:Required, choose ${min}:min: to ${max}:max:`;
  if (max === undefined || max === 1) return $localize`:@@guest.choice.optional:Optional`;
  return $localize`:@@guest.choice.upTo:Choose up to ${max}:max:`;
}

function progressWords(count: number, max: number): string {
  return $localize`:@@guest.choice.progress:${count}:count: of ${max}:max:`;
}

function freeWords(count: number): string {
  return count === 1
    ? $localize`:@@guest.choice.firstFree:one included`
    : $localize`:@@guest.choice.someFree:${count}:count: included`;
}

/** What to do about a group in which too little is chosen. */
export function missingWords(group: Pick<ModifierGroup<string>, 'name' | 'min'>, count: number): string {
  const more = group.min - count;
  return more === 1
    ? $localize`:@@guest.choice.missingOne:${group.name}:group:: choose one`
    : $localize`:@@guest.choice.missingMany:${group.name}:group:: choose ${more}:count: more`;
}
