import type { BasketLine, OptionChoice } from './basket.js';
import type { BasketProblem } from './basket-problem.js';

export const emptyBasket = (): BasketProblem => ({
  pointer: '/lines',
  code: 'empty_basket',
  detail: 'The basket is empty. Add at least one dish.',
});

export const unknownItem = (pointer: string, { itemId }: BasketLine): BasketProblem => ({
  pointer: `${pointer}/itemId`,
  code: 'unknown_item',
  detail: 'This dish is no longer on the menu. Remove it.',
  actual: itemId,
  resource: itemId,
});

export const unknownVariant = (pointer: string, { itemId, variantId }: BasketLine, name: string): BasketProblem => ({
  pointer: `${pointer}/variantId`,
  code: 'unknown_variant',
  detail: `${name} is not sold in this size. Choose another.`,
  ...(variantId === undefined ? {} : { actual: variantId }),
  resource: itemId,
});

export const variantRequired = (pointer: string, { itemId }: BasketLine, name: string): BasketProblem => ({
  pointer: `${pointer}/variantId`,
  code: 'variant_required',
  detail: `${name} comes in several sizes. Choose one.`,
  resource: itemId,
});

export const unknownGroup = (pointer: string, { groupId }: OptionChoice): BasketProblem => ({
  pointer: `${pointer}/groupId`,
  code: 'unknown_group',
  detail: 'There is no such choice here. Remove it.',
  actual: groupId,
  resource: groupId,
});

export const unknownOption = (pointer: string, { optionId }: OptionChoice): BasketProblem => ({
  pointer: `${pointer}/optionId`,
  code: 'unknown_option',
  detail: 'This choice is no longer offered. Choose another.',
  actual: optionId,
  resource: optionId,
});

export const invalidQuantity = (pointer: string, actual: unknown, limit: number): BasketProblem => ({
  pointer: `${pointer}/quantity`,
  code: 'invalid_quantity',
  detail: `The quantity must be a whole number from 1 to ${limit}.`,
  limit,
  ...(typeof actual === 'number' && Number.isFinite(actual) ? { actual } : { actual: String(actual) }),
});

export const nestingTooDeep = (pointer: string, limit: number): BasketProblem => ({
  pointer,
  code: 'nesting_too_deep',
  detail: `Choices can be nested ${limit} deep at most.`,
  limit,
});

export const optionQuantityExceeded = (
  pointer: string,
  resource: string,
  name: string,
  limit: number,
  actual: number,
): BasketProblem => ({
  pointer: `${pointer}/quantity`,
  code: 'option_quantity_exceeded',
  detail: `${name} can be chosen ${times(limit)} at most.`,
  limit,
  actual,
  resource,
});

export const tooFewChoices = (
  pointer: string,
  resource: string,
  name: string,
  limit: number,
  actual: number,
): BasketProblem => ({
  pointer,
  code: 'too_few_choices',
  detail: `${name}: choose at least ${limit}.`,
  limit,
  actual,
  resource,
});

export const tooManyChoices = (
  pointer: string,
  resource: string,
  name: string,
  limit: number,
  actual: number,
): BasketProblem => ({
  pointer,
  code: 'too_many_choices',
  detail: `${name}: choose ${limit} at most.`,
  limit,
  actual,
  resource,
});

export const itemQuantityExceeded = (
  pointer: string,
  resource: string,
  name: string,
  limit: number,
  actual: number,
): BasketProblem => ({
  pointer: `${pointer}/quantity`,
  code: 'item_quantity_exceeded',
  detail: `${name} can be ordered ${times(limit)} at most.`,
  limit,
  actual,
  resource,
});

export const onlyAsOption = (pointer: string, resource: string, name: string): BasketProblem => ({
  pointer,
  code: 'only_as_option',
  detail: `${name} is sold only with another dish. Remove it.`,
  resource,
});

export const suspended = (pointer: string, resource: string, name: string): BasketProblem => ({
  pointer,
  code: 'suspended',
  detail: `${name} is not available right now. Remove it or choose something else.`,
  resource,
});

export const soldOut = (pointer: string, resource: string, name: string): BasketProblem => ({
  pointer,
  code: 'sold_out',
  detail: `${name} is sold out. Remove it or choose something else.`,
  limit: 0,
  resource,
});

export const fewLeft = (
  pointer: string,
  resource: string,
  name: string,
  limit: number,
  actual: number,
): BasketProblem => ({
  pointer,
  code: 'sold_out',
  detail: `Only ${limit} of ${name} left. Order fewer.`,
  limit,
  actual,
  resource,
});

export const outsideHours = (pointer: string, resource: string, name: string): BasketProblem => ({
  pointer,
  code: 'outside_hours',
  detail: `${name} is not served at this time. Remove it or order later.`,
  resource,
});

export const needsLeadTime = (pointer: string, resource: string, name: string, limit: number): BasketProblem => ({
  pointer,
  code: 'needs_lead_time',
  detail: `${name} must be ordered ${limit} minutes ahead. Choose a later time, or remove it.`,
  limit,
  resource,
});

export const pastCutoff = (pointer: string, resource: string, name: string, limit: number): BasketProblem => ({
  pointer,
  code: 'past_cutoff',
  detail: `${name} cannot be ordered for this day any more. Choose another day, or remove it.`,
  limit,
  resource,
});

export const belowMinimum = (limit: number, actual: number): BasketProblem => ({
  pointer: '/lines',
  code: 'below_minimum',
  detail: 'The dishes cost less than the least for a delivery to this address. Add something.',
  limit,
  actual,
});

export const totalTooLarge = (pointer: string, limit: number, actual: number): BasketProblem => ({
  pointer,
  code: 'total_too_large',
  detail: 'The order is too large for one bill. Split it into several.',
  limit,
  actual,
});

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
