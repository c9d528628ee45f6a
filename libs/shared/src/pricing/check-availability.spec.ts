import { aGroup, anIndex, anItem, anOption, nothingOff } from '../testing/menu-builders.js';
import type { AvailabilityView } from '../availability/availability.js';
import { localMoment } from '../time/local-time.js';
import type { BasketLine } from './basket.js';
import { priceBasket } from './price-basket.js';

const instantMs = Date.parse('2026-06-01T12:00:00Z');
const now = { ...localMoment(instantMs, 'Europe/Berlin'), instantMs };
const index = anIndex({
  items: [
    anItem('ramen', 1200, { modifierGroupIds: ['sides', 'without'] }),
    anItem('gyoza', 600),
    anItem('supper', 900, { availability: [{ days: [1], fromMinute: 1080, toMinute: 1320 }] }),
    anItem('tea', 0, {
      variants: [
        { id: 'cup', priceMinor: 300 },
        { id: 'pot', priceMinor: 500 },
      ],
    }),
  ],
  modifierGroups: [
    aGroup('sides', [anOption('side-gyoza', 400, { itemId: 'gyoza', maxQuantity: 5 })]),
    aGroup('without', [anOption('no-egg')], { kind: 'removal' }),
  ],
});

const problemsOf = (availability: AvailabilityView, ...lines: BasketLine[]) =>
  priceBasket(index, { lines, fulfilment: 'pickup' }, { taxRates: {}, taxInclusive: true, availability, now });
const suspended = (targetKind: 'item' | 'variant' | 'option', targetId: string, over = {}): AvailabilityView => ({
  ...nothingOff,
  suspensions: [{ targetKind, targetId, cause: 'manual', since: '', by: 'Ana', ...over }],
});
const left = (targetKind: 'item' | 'variant', targetId: string, remaining: number): AvailabilityView => ({
  ...nothingOff,
  countdowns: [{ targetKind, targetId, remaining }],
});
const ramen = (quantity: number, sides = 0): BasketLine => ({
  itemId: 'ramen',
  quantity,
  options: sides === 0 ? [] : [{ groupId: 'sides', optionId: 'side-gyoza', quantity: sides }],
});

describe('availability of a basket', () => {
  it.each([
    ['a suspended dish', suspended('item', 'ramen'), ramen(1), '/lines/0', 'suspended'],
    [
      'one whose countdown took it off',
      suspended('item', 'ramen', { cause: 'countdown' }),
      ramen(1),
      '/lines/0',
      'sold_out',
    ],
    [
      'a suspended size',
      suspended('variant', 'pot'),
      { itemId: 'tea', variantId: 'pot', quantity: 1 },
      '/lines/0',
      'suspended',
    ],
    ['a suspended option', suspended('option', 'side-gyoza'), ramen(1, 1), '/lines/0/options/0', 'suspended'],
    ['an option of a suspended item', suspended('item', 'gyoza'), ramen(1, 1), '/lines/0/options/0', 'suspended'],
    ['a dish outside its hours', nothingOff, { itemId: 'supper', quantity: 1 }, '/lines/0', 'outside_hours'],
  ])('names %s and leaves the line out', (_case, availability, line, pointer, code) => {
    const { problems, priced } = problemsOf(availability, line, { itemId: 'gyoza', quantity: 0 });
    expect(problems[0]).toMatchObject({ pointer, code });
    expect(priced.lines).toEqual([]);
  });

  it('refuses a sixth portion when five are left, over lines and options together', () => {
    const lines: BasketLine[] = [{ itemId: 'gyoza', quantity: 1 }, ramen(2, 2), { itemId: 'gyoza', quantity: 1 }];
    const { problems, priced } = problemsOf(left('item', 'gyoza', 5), ...lines);
    expect(problems).toEqual([
      {
        pointer: '/lines/2/quantity',
        code: 'sold_out',
        detail: 'Only 5 of gyoza left. Order fewer.',
        limit: 5,
        actual: 6,
        resource: 'gyoza',
      },
    ]);
    expect(priced.totalMinor).toBe(600 + 2 * 2000);
  });

  it('sells the fifth portion when five are left', () => {
    expect(problemsOf(left('item', 'gyoza', 5), ramen(2, 2), { itemId: 'gyoza', quantity: 1 }).problems).toEqual([]);
  });

  it('points to the option that takes too much', () => {
    expect(problemsOf(left('item', 'gyoza', 3), ramen(2, 2)).problems).toMatchObject([
      { pointer: '/lines/0/options/0/quantity', code: 'sold_out', limit: 3, actual: 4, resource: 'gyoza' },
    ]);
  });

  it('counts sizes apart', () => {
    const cups = { itemId: 'tea', variantId: 'cup', quantity: 9 };
    const pots = { itemId: 'tea', variantId: 'pot', quantity: 3 };
    expect(problemsOf(left('variant', 'pot', 2), cups, pots).problems).toMatchObject([
      { pointer: '/lines/1/quantity', code: 'sold_out', limit: 2, actual: 3, resource: 'pot' },
    ]);
  });

  it('does not care whether what is left out is available', () => {
    const line = { ...ramen(1), options: [{ groupId: 'without', optionId: 'no-egg' }] };
    expect(problemsOf(suspended('option', 'no-egg'), line).problems).toEqual([]);
  });

  it('says nothing about the moment when it is not given', () => {
    const basket = { lines: [{ itemId: 'supper', quantity: 1 }], fulfilment: 'pickup' } as const;
    expect(priceBasket(index, basket, { taxRates: {}, taxInclusive: true }).problems).toEqual([]);
  });
});
