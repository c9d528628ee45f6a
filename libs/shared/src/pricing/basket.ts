import type { Allergen } from '../menu/dietary.js';
import type { Minor } from '../money/currency.js';

/** One dish in a basket as the guest chose it. */
export interface BasketLine {
  readonly itemId: string;
  /** Needed when the item has more than one variant. */
  readonly variantId?: string;
  readonly quantity: number;
  readonly options?: readonly OptionChoice[];
  readonly note?: string;
  /** What the guest of this dish is allergic to. */
  readonly allergies?: readonly Allergen[];
  /** Who wants it, when several order together. */
  readonly guestName?: string;
  /** The course with which it is served; 1 when absent. The first of an order is fired at once, later ones are held. */
  readonly course?: number;
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
