import { restate } from './restate.js';

const dish = (id: string, totalMinor: number) => ({
  ...{ id, parentId: null, kind: 'dish' as const, quantity: 1, kitchenState: 'fired' as const },
  ...{ totalMinor, taxMinor: 0, taxClass: 'standard' },
});
const bill = { fees: null, taxes: [], taxInclusive: true, tipMinor: 0 };

describe('what an order is called after money was given back', () => {
  it.each([
    ['stays partly refunded while nothing is owed', 900, 400, 'partly-refunded'],
    ['is partly paid once a dearer dish leaves something owed', 900, 1500, 'partly-paid'],
    ['is unpaid when all of it was given back before', 0, 1500, 'unpaid'],
  ])('%s', (_, paidMinor, instead, expected) => {
    const before = { ...bill, paidMinor, paymentState: 'partly-refunded' as const };
    const exchange = { lines: [dish('old', 900)], gone: new Set(['old']), added: [dish('new', instead)] };
    expect(restate(before, exchange)).toMatchObject({ totalMinor: instead, paymentState: expected, itemCount: 1 });
  });
});
