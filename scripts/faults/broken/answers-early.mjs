// Loaded before the product in a test of the checker: an order is answered before the commit that holds it.
import { setTimeout as wait } from 'node:timers/promises';
import { productModule } from './product.mjs';

const COMMIT_TAKES_MS = 60;

/** Transactions whose results are known before they are committed. */
const hasty = (transactions) => ({
  run: (work, ...rest) =>
    new Promise((resolve, reject) => {
      const answering = async (tx) => {
        const result = await work(tx);
        resolve(result);
        await wait(COMMIT_TAKES_MS);
        return result;
      };
      transactions.run(answering, ...rest).catch(reject);
    }),
});

const { PlacingLane } = await productModule('orders/placing/placing-lane.js');
const given = Symbol('given');
Object.defineProperty(PlacingLane.prototype, 'transactions', {
  get() {
    return this[given];
  },
  set(transactions) {
    this[given] = hasty(transactions);
  },
});
