import type { Dependents } from '@comanda/shared';

/** How the amount of one ingredient changed, in thousandths of its unit. */
export interface Shift {
  readonly ingredientId: string;
  readonly beforeMilli: number;
  readonly afterMilli: number;
  readonly lowMilli: number | null;
}

/** True when something on the menu could be made before and not after, or the other way round. */
export function changesMenu(dependents: Dependents, shifts: readonly Shift[]): boolean {
  return shifts.some(({ ingredientId, beforeMilli, afterMilli }) =>
    (dependents.get(ingredientId) ?? []).some(
      ({ quantityMilli }) => quantityMilli > beforeMilli !== quantityMilli > afterMilli,
    ),
  );
}

/** True in the moment in which an ingredient becomes low, not again until it was above in between. */
export function becomesLow({ beforeMilli, afterMilli, lowMilli }: Shift): boolean {
  return lowMilli !== null && beforeMilli > lowMilli && afterMilli <= lowMilli;
}
