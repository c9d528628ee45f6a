import { aGroup, anIndex, anItem, anOption } from '../testing/menu-builders.js';
import { priceBasket } from '../pricing/price-basket.js';
import type { OptionChoice } from '../pricing/basket.js';
import type { PricedOption } from '../pricing/priced.js';
import type { OrderLineView, OrderOptionView } from './order-contracts.js';
import { sameAgain } from './same-again.js';

const index = anIndex({
  items: [anItem('plate', 900, { modifierGroupIds: ['sides'] })],
  modifierGroups: [
    aGroup('sides', [anOption('fries', 300, { maxQuantity: 3, modifierGroupIds: ['dips'] }), anOption('rice', 200)]),
    aGroup('dips', [anOption('ketchup', 50, { maxQuantity: 2 })]),
  ],
});
const rate = { 'dine-in': 0, pickup: 0, delivery: 0 };

const shown = (option: PricedOption<string>): OrderOptionView => ({
  ...option,
  options: option.options.map(shown),
});

function ordered(options: readonly OptionChoice[]): OrderLineView {
  const basket = { lines: [{ itemId: 'plate', quantity: 2, options, note: 'hot' }], fulfilment: 'pickup' as const };
  const [line] = priceBasket(index, basket, { taxInclusive: true, taxRates: { standard: rate } }).priced.lines;
  if (!line) throw new Error('It was not priced.');
  return { ...line, id: 'l1', kitchenState: 'fired', options: line.options.map(shown) };
}

describe('the same again', () => {
  it('is what was in the basket, also below a choice that was taken twice', () => {
    const options = [
      {
        groupId: 'sides',
        optionId: 'fries',
        quantity: 2,
        options: [{ groupId: 'dips', optionId: 'ketchup', quantity: 2 }],
      },
      { groupId: 'sides', optionId: 'rice' },
    ];
    const [line] = sameAgain({ state: 'in-kitchen', lines: [ordered(options)] });
    expect(line).toEqual({
      name: 'plate',
      itemId: 'plate',
      variantId: 'plate-regular',
      quantity: 2,
      note: 'hot',
      options,
    });
  });

  it.each([
    ['in-kitchen', 0],
    ['cancelled', 1],
    ['rejected', 1],
  ] as const)('of an order that is %s has %i of the dishes that were cancelled', (state, count) => {
    const line: OrderLineView = { ...ordered([]), kitchenState: 'cancelled' };
    expect(sameAgain({ state, lines: [line] })).toHaveLength(count);
  });
});
