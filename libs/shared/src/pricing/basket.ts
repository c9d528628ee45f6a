import type { Minor } from '../money/currency.js';

/** One dish in a basket as the guest chose it. */
export interface BasketLine {
  readonly itemId: string;
  /** Needed when the item has more than one variant. */
  readonly variantId?: string;
  readonly quantity: number;
  readonly options?: readonly OptionChoice[];
  readonly note?: string;
  /**
   * Price of one unit with its options as it was agreed, in place of the menu's. Only for staff with the permission
   * `orders.agree-price`: open prices and orders taken over from another system.
   */
  readonly agreedUnitPriceMinor?: Minor;
}

export interface OptionChoice {
  readonly groupId: string;
  readonly optionId: string;
  /** 1 when absent. */
  readonly quantity?: number;
  /** Choices in the groups that unfold under this option. */
  readonly options?: readonly OptionChoice[];
}
