import { randomUUID } from 'node:crypto';
import { Connection } from './http-client.mjs';
import { LINES, STOCK } from './world.mjs';

const SUMS = {
  product: `SELECT (SELECT COUNT(*) FROM orders) AS orders,
    (SELECT COUNT(*) FROM idempotency_keys) AS kept,
    (SELECT COUNT(DISTINCT orderId) FROM tickets) AS withTickets,
    (SELECT SUM(${STOCK} - remaining) FROM countdowns) AS taken,
    (SELECT MIN(remaining) FROM countdowns) AS least,
    (SELECT COUNT(*) FROM feeds f WHERE lastPosition <> (SELECT COUNT(*) FROM events e WHERE e.locationId = f.locationId)) AS gaps`,
  plain: `SELECT (SELECT COUNT(*) FROM orders) AS orders,
    (SELECT COUNT(DISTINCT idem) FROM orders) AS kept,
    (SELECT COUNT(DISTINCT order_id) FROM tickets) AS withTickets,
    (SELECT SUM(${STOCK} - stock) FROM dishes) AS taken,
    (SELECT MIN(stock) FROM dishes) AS least,
    0 AS gaps`,
};

export async function countsOf({ name, connection }) {
  const [[row]] = await connection.query(SUMS[name]);
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value)]));
}

/** What is wrong after so many orders were confirmed; empty when everything adds up. */
export async function faultsOf(target, before, confirmed) {
  const now = await countsOf(target);
  const grown = (key) => now[key] - before[key];
  const faults = [];
  if (grown('orders') !== confirmed) faults.push(`${confirmed} orders were confirmed, ${grown('orders')} are there`);
  if (grown('kept') !== confirmed) faults.push(`${confirmed} orders were confirmed under ${grown('kept')} keys`);
  if (grown('withTickets') !== confirmed) faults.push(`${grown('withTickets')} of ${confirmed} orders have tickets`);
  if (grown('taken') !== confirmed * LINES)
    faults.push(`${grown('taken')} portions for ${confirmed} orders were taken`);
  if (now.least < 0) faults.push(`a dish was sold ${-now.least} times more than it was there`);
  if (now.gaps > 0) faults.push(`the feeds of ${now.gaps} restaurants have gaps`);
  return faults.map((fault) => `${target.label}: ${fault}`);
}

const SAME = 8;
const ROUNDS = 8;

/** Sends each of some orders several times at once under one key: there must be one of each, and one answer. */
export async function sameKeyFaults(target) {
  const before = await countsOf(target);
  const connections = Array.from({ length: SAME }, () => new Connection(target.origin));
  const faults = [];
  for (let round = 0; round < ROUNDS; round++) {
    const request = target.requests.place();
    request.headers['idempotency-key'] = randomUUID();
    const answers = await Promise.all(connections.map((connection) => connection.ask(request)));
    const ids = new Set(answers.map((answer) => JSON.parse(answer.body().toString()).id));
    if (ids.size !== 1) faults.push(`${target.label}: one key gave ${ids.size} orders`);
  }
  for (const connection of connections) connection.close();
  return [...faults, ...(await faultsOf(target, before, ROUNDS))];
}
