import fc from 'fast-check';
import { PAYMENT_STATES } from './order-state.js';
import { paymentStateOf } from './payment-state-of.js';

describe('paymentStateOf', () => {
  it.each([
    ['unpaid', 1000, 0, 0, 0],
    ['authorised', 1000, 1000, 0, 0],
    ['partly-paid', 1000, 0, 400, 0],
    ['partly-paid', 1000, 600, 400, 0],
    ['paid', 1000, 0, 1000, 0],
    ['paid', 1000, 0, 1200, 0],
    ['paid', 0, 0, 0, 0],
    ['partly-refunded', 1000, 0, 1000, 1],
    ['refunded', 1000, 0, 1000, 1000],
    ['refunded', 1000, 0, 400, 400],
  ])('is %s with total %i, authorised %i, paid %i, refunded %i', (state, total, authorised, paid, refunded) => {
    const amounts = { totalMinor: total, authorisedMinor: authorised, paidMinor: paid, refundedMinor: refunded };
    expect(paymentStateOf(amounts)).toBe(state);
  });

  it('never falls back as more is paid', () => {
    const amount = fc.nat({ max: 100_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (totalMinor, authorisedMinor, paidMinor, more) => {
        const rank = (paid: number): number =>
          PAYMENT_STATES.indexOf(paymentStateOf({ totalMinor, authorisedMinor, paidMinor: paid, refundedMinor: 0 }));
        expect(rank(paidMinor + more)).toBeGreaterThanOrEqual(rank(paidMinor));
      }),
    );
  });
});
