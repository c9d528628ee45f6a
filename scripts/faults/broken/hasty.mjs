import { setTimeout as wait } from 'node:timers/promises';

const given = Symbol('given');

/** Transactions whose results are known before they are committed. */
const hasty = (transactions, commitTakesMs) => ({
  run: (work, ...rest) =>
    new Promise((resolve, reject) => {
      const answering = async (tx) => {
        const result = await work(tx);
        resolve(result);
        await wait(commitTakesMs);
        return result;
      };
      transactions.run(answering, ...rest).catch(reject);
    }),
});

/** Who is made of this class answers before the commit. */
export function makeHasty({ prototype }, commitTakesMs) {
  Object.defineProperty(prototype, 'transactions', {
    get() {
      return this[given];
    },
    set(transactions) {
      this[given] = hasty(transactions, commitTakesMs);
    },
  });
}
