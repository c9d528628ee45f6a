// Loaded before the product in a test of the checker: what a withdrawn dish gives back to the stock is booked in a
// transaction of its own, a moment after the one that withdrew it.
import { setTimeout as wait } from 'node:timers/promises';
import { productModule } from './product.mjs';

const LATER_MS = 500;

const { Transactions } = await productModule('platform/database/transactions.js');
const { OrderStock } = await productModule('inventory/order-stock.js');
const { run } = Transactions.prototype;
const { giveBack } = OrderStock.prototype;
let transactions;
Transactions.prototype.run = function (...given) {
  transactions = this;
  return run.apply(this, given);
};
OrderStock.prototype.giveBack = async function (tx, ...given) {
  tx.afterCommit(() => {
    const later = wait(LATER_MS).then(() => run.call(transactions, (own) => giveBack.call(this, own, ...given)));
    later.catch(() => undefined);
  });
  return [];
};
