import type { MenuItemView } from '@comanda/shared';
import { parsePercent, planOf, raised } from './bulk-plan';

const VIEW: MenuItemView = {
  etag: '"a"',
  sectionIds: [],
  item: {
    id: 'prawns',
    name: { en: 'Prawns' },
    taxClass: 'food',
    modifierGroupIds: [],
    variants: [
      { id: 'small', name: { en: 'Small' }, priceMinor: 1290 },
      { id: 'large', name: { en: 'Large' }, priceMinor: 1890, listPriceMinor: 2100 },
    ],
  },
};

describe('a change of several dishes', () => {
  it('raises every size and the price before it, and knows the way back', () => {
    const steps = planOf([VIEW], { kind: 'price', percent: 5 }, 'en');
    expect(steps.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['Prawns, Small', 1290, 1355],
      ['Prawns, Large', 1890, 1985],
    ]);
    expect(steps[1]).toMatchObject({
      change: { of: 'variant', change: { priceMinor: 1985, listPriceMinor: 2205 } },
      inverse: { of: 'variant', change: { priceMinor: 1890, listPriceMinor: 2100 } },
    });
  });

  it('sets station and tax class of the dish, and leaves alone what is so already', () => {
    const [step] = planOf([VIEW], { kind: 'station', stationId: 'grill' }, 'en');
    expect(step).toMatchObject({ before: null, after: 'grill', inverse: { of: 'item', change: { stationId: null } } });
    expect(planOf([VIEW], { kind: 'station', stationId: null }, 'en')).toEqual([]);
    expect(planOf([VIEW], { kind: 'tax', taxClass: 'food' }, 'en')).toEqual([]);
    expect(planOf([VIEW], { kind: 'tax', taxClass: 'drinks' }, 'en')).toHaveLength(1);
  });

  it.each([
    ['5', 5],
    ['+7,5 %', 7.5],
    ['-10', -10],
    ['0', null],
    ['-100', null],
    ['501', null],
    ['much', null],
    ['', null],
  ])('reads %j as percent', (typed, percent) => {
    expect(parsePercent(typed)).toBe(percent);
  });

  it.each([
    [1290, 5, 1355],
    [1, 1, 1],
    [100_000_000, 10, 100_000_000],
    [999, -33.33, 666],
  ])('makes of %i by %d %% %i', (minor, percent, expected) => {
    expect(raised(minor, percent)).toBe(expected);
  });
});
