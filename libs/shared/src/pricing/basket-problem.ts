/** Something that keeps a basket from being ordered. `pointer` is relative to the basket: `/lines/0/options/1`. */
export interface BasketProblem {
  readonly pointer: string;
  readonly code: BasketProblemCode;
  readonly detail: string;
  readonly limit?: number;
  readonly actual?: number | string;
  /** Id of the menu entity that it is about. */
  readonly resource?: string;
  /** What could be asked for instead: of a slot, the next free one. */
  readonly instead?: string;
}

export const BASKET_PROBLEM_CODES = [
  'empty_basket',
  'unknown_item',
  'unknown_variant',
  'variant_required',
  'unknown_group',
  'unknown_option',
  'too_few_choices',
  'too_many_choices',
  'option_quantity_exceeded',
  'invalid_quantity',
  'item_quantity_exceeded',
  'nesting_too_deep',
  'only_as_option',
  'contains_allergen',
  'suspended',
  'sold_out',
  'outside_hours',
  'needs_lead_time',
  'past_cutoff',
  'below_minimum',
  'address_required',
  'outside_delivery_zone',
  'phone_required',
  'slot_full',
  'slot_unavailable',
  'total_too_large',
] as const;
export type BasketProblemCode = (typeof BASKET_PROBLEM_CODES)[number];

/** Problems that come from the moment, not from the basket's shape: they answer 409, the others 422. */
export const AVAILABILITY_PROBLEMS: readonly BasketProblemCode[] = [
  'suspended',
  'sold_out',
  'outside_hours',
  'needs_lead_time',
  'past_cutoff',
  'slot_full',
  'slot_unavailable',
];
