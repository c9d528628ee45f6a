import fc from 'fast-check';
import { anIndex, anItem } from '../testing/menu-builders.js';
import { priceBasket } from '../pricing/price-basket.js';
import { checkAddress } from './check-address.js';
import { deliveryFeeMinor, zoneOf } from './delivery-zone.js';
import type { DeliveryZone } from './delivery-zone.js';

const zone = (over: Partial<DeliveryZone>): DeliveryZone => ({
  id: 'z',
  name: 'Z',
  feeMinor: 300,
  minimumMinor: 1000,
  minutes: 20,
  ...over,
});

describe('the zone of an address', () => {
  const square = [
    { latitude: 0, longitude: 0 },
    { latitude: 0, longitude: 10 },
    { latitude: 10, longitude: 10 },
    { latitude: 10, longitude: 0 },
  ];

  it.each([
    ['a whole postcode', { postcodes: ['1200-123'] }, { postcode: '1200 123' }, true],
    ['its beginning', { postcodes: ['1200-*'] }, { postcode: '1200999' }, true],
    ['small letters', { postcodes: ['SW1A*'] }, { postcode: 'sw1a 1aa' }, true],
    ['another one', { postcodes: ['1200-*'] }, { postcode: '1300-000' }, false],
    ['nothing written', { postcodes: ['*'] }, { postcode: ' ' }, false],
    ['a point inside', { outline: square }, { postcode: 'x', position: { latitude: 5, longitude: 5 } }, true],
    ['a point outside', { outline: square }, { postcode: 'x', position: { latitude: 5, longitude: 15 } }, false],
  ])('is found by %s', (_, over, address, expected) => {
    expect(zoneOf([zone(over)], address) !== undefined).toBe(expected);
  });

  it('is the first that reaches it', () => {
    const zones = [
      zone({ id: 'far', postcodes: ['9*'] }),
      zone({ id: 'a', postcodes: ['1*'] }),
      zone({ id: 'b', postcodes: ['1*'] }),
    ];
    expect(zoneOf(zones, { postcode: '12' })?.id).toBe('a');
  });

  it.each([
    ['pickup' as const, undefined, []],
    ['delivery' as const, undefined, ['address_required']],
    ['delivery' as const, { street: 'A', postcode: '99' }, ['outside_delivery_zone']],
    ['delivery' as const, { street: 'A', postcode: '12' }, []],
  ])('with %s to %j leaves %j', (type, address, codes) => {
    const problems = checkAddress([zone({ postcodes: ['1*'] })], { type, ...(address ? { address } : {}) });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe('the fee of a delivery', () => {
  it.each([
    [3999, 300],
    [4000, 0],
  ])('with dishes for %i is %i where it ends at 4000', (subtotal, fee) => {
    expect(deliveryFeeMinor(zone({ freeFromMinor: 4000 }), subtotal)).toBe(fee);
  });

  it('is taxed by its own class, and the bill adds up whatever is ordered', () => {
    const rates = {
      standard: { 'dine-in': 0, pickup: 0, delivery: 190_000 },
      food: { 'dine-in': 0, pickup: 0, delivery: 70_000 },
    };
    const price = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(price, price, fc.boolean(), (dish, feeMinor, taxInclusive) => {
        const index = anIndex({ items: [anItem('soup', dish, { taxClass: 'food' })] });
        const basket = { lines: [{ itemId: 'soup', quantity: 2 }], fulfilment: 'delivery' as const };
        const { priced } = priceBasket(
          index,
          { ...basket, zone: zone({ feeMinor, minimumMinor: 0 }) },
          { taxRates: rates, taxInclusive },
        );
        const parts = [...priced.lines, ...priced.fees].reduce((sum, { taxMinor }) => sum + taxMinor, 0);
        expect(parts).toBe(priced.taxMinor);
        expect(priced.fees).toMatchObject([{ kind: 'delivery', amountMinor: feeMinor, taxClass: 'standard' }]);
        expect(priced.totalMinor).toBe(2 * dish + feeMinor + (taxInclusive ? 0 : priced.taxMinor));
      }),
    );
  });

  it('says what is missing to the least', () => {
    const index = anIndex({ items: [anItem('soup', 400)] });
    const basket = { lines: [{ itemId: 'soup', quantity: 2 }], fulfilment: 'delivery' as const, zone: zone({}) };
    const { problems } = priceBasket(index, basket, { taxRates: {}, taxInclusive: true });
    expect(problems).toMatchObject([{ code: 'below_minimum', limit: 1000, actual: 800 }]);
  });
});
