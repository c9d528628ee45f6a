import fc from 'fast-check';
import { refundDueMinor } from './refund-due.js';
import type { TakenMoney } from './refund-due.js';

describe('what has to be given back', () => {
  it.each([
    ['nothing of an order that is not paid', { state: 'ready', totalMinor: 900, paidMinor: 0 }, 0],
    ['nothing of one that is paid to the cent', { state: 'completed', totalMinor: 900, paidMinor: 900 }, 0],
    ['what a withdrawn dish had cost', { state: 'in-kitchen', totalMinor: 900, paidMinor: 3300 }, 2400],
    ['all of a cancelled order', { state: 'cancelled', totalMinor: 900, paidMinor: 900 }, 900],
    ['all of a rejected order', { state: 'rejected', totalMinor: 900, paidMinor: 400 }, 400],
  ] as const)('is %s', (_, money, due) => expect(refundDueMinor(money)).toBe(due));

  it('adds up whatever is paid, withdrawn and given back in whatever order', () => {
    const deed = fc.record({
      kind: fc.constantFrom('pay', 'withdraw', 'refund', 'cancel'),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(deed, { maxLength: 20 }), (price, deeds) => {
        let money: TakenMoney = { state: 'in-kitchen', totalMinor: price, paidMinor: 0 };
        let [taken, given] = [0, 0];
        for (const { kind, part } of deeds) {
          const sold = money.state !== 'cancelled';
          const owed = sold ? Math.max(0, money.totalMinor - money.paidMinor) : 0;
          const most = { pay: owed, withdraw: money.totalMinor, refund: refundDueMinor(money), cancel: 0 }[kind];
          const amount = Math.round(most * part);
          if (kind === 'pay') taken += amount;
          if (kind === 'refund') given += amount;
          money = {
            state: kind === 'cancel' ? 'cancelled' : money.state,
            totalMinor: kind === 'withdraw' ? money.totalMinor - amount : money.totalMinor,
            paidMinor: taken - given,
          };
          const billed = money.state === 'cancelled' ? 0 : money.totalMinor;
          const due = refundDueMinor(money);
          expect(money.paidMinor - due).toBe(Math.min(money.paidMinor, billed));
          expect(due).toBeGreaterThanOrEqual(0);
          expect(due).toBeLessThanOrEqual(money.paidMinor);
        }
      }),
    );
  });
});
