import fc from 'fast-check';
import { formatMinor } from '../money/format-minor.js';
import { PRICE_RULES, type Menu } from '../menu/menu.js';
import { indexMenu } from '../menu/menu-index.js';
import { aGroup, aMenu, anItem, anOption } from '../testing/menu-builders.js';
import type { BasketLine, OptionChoice } from './basket.js';
import { priceBasket, type PricingContext } from './price-basket.js';
import type { PricedLine, PricedOption } from './priced.js';

const CLASSES = ['standard', 'food', 'alcohol', 'unheard-of'];
const classes = fc.constantFrom(...CLASSES);
const prices = fc.oneof(fc.constantFrom(0, 1, 50), fc.nat({ max: 20_000 }));
const rates = fc.nat({ max: 300_000 }).map((ppm) => ({ 'dine-in': ppm, pickup: ppm, delivery: ppm }));
const contexts: fc.Arbitrary<PricingContext> = fc.record({
  taxInclusive: fc.boolean(),
  taxRates: fc.record({ standard: rates, food: rates, alcohol: rates }),
});

const option = (id: string) =>
  fc
    .record({ price: prices, large: fc.option(prices), taxClass: fc.option(classes), nested: fc.boolean() })
    .map((made) =>
      anOption(id, made.price, {
        maxQuantity: 20,
        ...(made.large === null ? {} : { priceMinorByVariant: { large: made.large } }),
        ...(made.taxClass === null ? {} : { taxClass: made.taxClass }),
        modifierGroupIds: made.nested && !id.startsWith('b') ? ['b'] : [],
      }),
    );
const group = (id: string) =>
  fc
    .record({
      options: fc.tuple(option(`${id}0`), option(`${id}1`), option(`${id}2`)),
      priceRule: fc.constantFrom(...PRICE_RULES),
      freeCount: fc.nat({ max: 3 }),
      fixedPriceMinor: prices,
    })
    .map(({ options, ...over }) => aGroup(id, options, over));
const menus: fc.Arbitrary<Menu<string>> = fc
  .record({
    currency: fc.constantFrom('EUR', 'JPY', 'BHD'),
    groups: fc.tuple(group('a'), group('b')),
    dishes: fc.tuple(prices, prices, prices, classes, classes),
  })
  .map(({ currency, groups, dishes: [first, small, large, firstClass, secondClass] }) =>
    aMenu({
      currency,
      modifierGroups: groups,
      items: [
        anItem('dish', first, { taxClass: firstClass, modifierGroupIds: ['a', 'b'] }),
        anItem('sized', 0, {
          taxClass: secondClass,
          modifierGroupIds: ['a'],
          variants: [
            { id: 'small', priceMinor: small },
            { id: 'large', priceMinor: large },
          ],
        }),
      ],
    }),
  );

type Drawn = readonly { readonly at: number; readonly quantity: number; readonly inside: number }[];
const drawn: fc.Arbitrary<Drawn> = fc.array(
  fc.record({ at: fc.nat({ max: 5 }), quantity: fc.integer({ min: 1, max: 3 }), inside: fc.nat({ max: 5 }) }),
  { maxLength: 5 },
);

/** Turns what was drawn into choices that the menu offers for the dish. */
function choicesFor(menu: Menu<string>, groupIds: readonly string[], picks: Drawn): OptionChoice[] {
  const offered = menu.modifierGroups
    .filter(({ id }) => groupIds.includes(id))
    .flatMap(({ id, options }) => options.map((each) => ({ groupId: id, option: each })));
  return picks.flatMap(({ at, quantity, inside }) => {
    const offer = offered[at % offered.length];
    if (!offer) return [];
    const nested = offer.option.modifierGroupIds?.includes('b') && inside < 3;
    return {
      groupId: offer.groupId,
      optionId: offer.option.id,
      quantity,
      ...(nested ? { options: [{ groupId: 'b', optionId: `b${inside}`, quantity: 2 }] } : {}),
    };
  });
}

const cases = fc
  .record({
    menu: menus,
    context: contexts,
    tipMinor: fc.nat({ max: 1000 }),
    lines: fc.array(
      fc.record({
        dish: fc.nat({ max: 2 }),
        quantity: fc.integer({ min: 1, max: 9 }),
        picks: drawn,
        agreed: fc.option(prices, { freq: 8 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ menu, context, tipMinor, lines }) => ({
    index: indexMenu(menu),
    context,
    basket: {
      tipMinor,
      fulfilment: 'pickup' as const,
      lines: lines.map(({ dish, quantity, picks, agreed }): BasketLine => ({
        ...(dish === 0 ? { itemId: 'dish' } : { itemId: 'sized', variantId: dish === 1 ? 'small' : 'large' }),
        quantity,
        options: choicesFor(menu, dish === 0 ? ['a', 'b'] : ['a'], picks),
        ...(agreed === null ? {} : { agreedUnitPriceMinor: agreed }),
      })),
    },
  }))
  // More than twenty of one option is a problem, not a price.
  .filter(({ index, basket, context }) => priceBasket(index, basket, context).problems.length === 0);

const sumOf = <Each>(all: readonly Each[], of: (each: Each) => number): number =>
  all.reduce((sum, each) => sum + of(each), 0);
const flat = (options: readonly PricedOption<string>[]): PricedOption<string>[] =>
  options.flatMap((each) => [each, ...flat(each.options)]);
const turned = <Each>(all: readonly Each[], by: number): Each[] =>
  [...all.slice(by % (all.length || 1)), ...all.slice(0, by % (all.length || 1))].reverse();

describe('priceBasket, whatever the menu and the basket', () => {
  it('adds up: parts to lines, lines to the subtotal, shares to the tax, all to the total', () => {
    fc.assert(
      fc.property(cases, ({ index, basket, context }) => {
        const { priced } = priceBasket(index, basket, context);
        for (const line of priced.lines) {
          const options = flat(line.options);
          expect(line.unitPriceMinor).toBe(line.basePriceMinor + sumOf(options, ({ priceMinor }) => priceMinor));
          expect(line.totalMinor).toBe(line.unitPriceMinor * line.quantity);
          expect(line.taxMinor).toBeGreaterThanOrEqual(sumOf(options, ({ taxMinor }) => taxMinor));
        }
        expect(priced.subtotalMinor).toBe(sumOf(priced.lines, ({ totalMinor }) => totalMinor));
        expect(priced.taxMinor).toBe(sumOf(priced.lines, ({ taxMinor }) => taxMinor));
        expect(priced.taxMinor).toBe(sumOf(priced.taxes, ({ taxMinor }) => taxMinor));
        const onTop = context.taxInclusive ? 0 : priced.taxMinor;
        expect(priced.totalMinor).toBe(priced.subtotalMinor + onTop + basket.tipMinor);
      }),
    );
  });

  it('takes gross amounts apart into net and tax without a rest', () => {
    fc.assert(
      fc.property(cases, ({ index, basket, context }) => {
        const { priced } = priceBasket(index, basket, context);
        const net = sumOf(priced.taxes, ({ netMinor }) => netMinor);
        expect(net + (context.taxInclusive ? priced.taxMinor : 0)).toBe(priced.subtotalMinor);
      }),
    );
  });

  it('is never negative, and stays in whole minor units that can be written', () => {
    fc.assert(
      fc.property(cases, ({ index, basket, context }) => {
        const { priced } = priceBasket(index, basket, context);
        const amountsOf = (each: PricedLine<string> | PricedOption<string>): number[] =>
          'totalMinor' in each
            ? [each.basePriceMinor, each.unitPriceMinor, each.totalMinor, each.taxMinor]
            : [each.priceMinor, each.taxMinor];
        const amounts = priced.lines.flatMap((line) => [...amountsOf(line), ...flat(line.options).flatMap(amountsOf)]);
        expect([...amounts, priced.totalMinor].every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(
          true,
        );
        expect(formatMinor(priced.totalMinor, priced.currency, 'en')).toMatch(/\d/);
      }),
    );
  });

  it('does not depend on the order of lines and options', () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 9 }), ({ index, basket, context }, by) => {
        const other = {
          ...basket,
          lines: turned(basket.lines, by).map((line) => ({ ...line, options: turned(line.options ?? [], by) })),
        };
        const [before, after] = [basket, other].map((each) => priceBasket(index, each, context).priced);
        expect(after?.totalMinor).toBe(before?.totalMinor);
        expect(after?.taxes).toEqual(before?.taxes);
      }),
    );
  });

  it('scales with the quantity', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 11 }), ({ index, basket, context }, times) => {
        const more = { ...basket, lines: basket.lines.map((line) => ({ ...line, quantity: line.quantity * times })) };
        const { priced } = priceBasket(index, basket, context);
        expect(priceBasket(index, more, context).priced.subtotalMinor).toBe(priced.subtotalMinor * times);
      }),
    );
  });

  it('reads the same when priced twice', () => {
    fc.assert(
      fc.property(cases, ({ index, basket, context }) => {
        expect(priceBasket(index, basket, context)).toEqual(priceBasket(index, basket, context));
      }),
      { numRuns: 30 },
    );
  });
});
