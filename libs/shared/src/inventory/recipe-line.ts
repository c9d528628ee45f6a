import type { Milli } from './units.js';

/** What one portion takes of an ingredient. */
export interface RecipeLine {
  readonly ingredientId: string;
  /**
   * Thousandths of the ingredient's unit, above zero. An option that leaves something out takes so much away, never
   * more than is there; without an amount it takes all of it away.
   */
  readonly quantityMilli?: Milli;
}
