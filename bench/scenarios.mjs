import { drive } from './load.mjs';
import { STATIONS } from './world.mjs';

const OPEN_TICKETS = 50;
const anyOf = (list) => list[Math.floor(Math.random() * list.length)];

const SQL = {
  product: {
    orders: 'SELECT trackingToken FROM orders ORDER BY id DESC LIMIT 2000',
    tickets: `SELECT MIN(id) AS id FROM tickets WHERE locationId = ? AND state = 'fired' GROUP BY orderId LIMIT 64`,
    tidy: `UPDATE tickets SET state = 'handed', onBoard = 0 WHERE locationId = ? AND stationId = ? AND state = 'fired'
      AND id NOT IN (SELECT id FROM (SELECT id FROM tickets WHERE locationId = ? AND stationId = ? AND state = 'fired'
      ORDER BY id LIMIT ${OPEN_TICKETS}) AS kept)`,
  },
  plain: {
    orders: 'SELECT id FROM orders ORDER BY id DESC LIMIT 2000',
    tickets: 'SELECT MIN(id) AS id FROM tickets WHERE restaurant = ? AND state = 0 GROUP BY order_id LIMIT 64',
    tidy: `UPDATE tickets SET state = 2 WHERE restaurant = ? AND station = ? AND state = 0
      AND id NOT IN (SELECT id FROM (SELECT id FROM tickets WHERE restaurant = ? AND station = ? AND state = 0
      ORDER BY id LIMIT ${OPEN_TICKETS}) AS kept)`,
  },
};

const rows = async ({ name, connection }, statement, values = []) =>
  (await connection.query(SQL[name][statement], values))[0];

/** Each connection has a ticket of its own order, bumps it, recalls it, and so on. */
async function bumping(target, connections) {
  let tickets = await rows(target, 'tickets', [target.restaurant]);
  while (tickets.length < connections) {
    await drive({ origin: target.origin, connections: 16, seconds: 0.5, next: target.requests.place });
    tickets = await rows(target, 'tickets', [target.restaurant]);
  }
  const recall = Array(connections).fill(true);
  return (number) => {
    recall[number] = !recall[number];
    return target.requests[recall[number] ? 'recall' : 'bump'](tickets[number].id);
  };
}

async function listing(target) {
  for (const station of STATIONS) {
    const place = [target.restaurant, station];
    await rows(target, 'tidy', [...place, ...place]);
  }
  return () => target.requests.tickets(anyOf(STATIONS));
}

async function reading(target) {
  const placed = await rows(target, 'orders');
  return () => target.requests.order(anyOf(placed));
}

/** Each prepares a target and gives the function that makes the next request, and the status that is right. */
export const SCENARIOS = {
  'place an order': { status: 201, prepare: (target) => target.requests.place },
  'read the menu': { status: 200, prepare: (target) => () => target.requests.menu({ 'accept-encoding': 'br' }) },
  'read the menu, not compressed': { status: 200, prepare: (target) => () => target.requests.menu() },
  'menu unchanged (304)': {
    status: 304,
    prepare: (target) => () => target.requests.menu({ 'accept-encoding': 'br', 'if-none-match': target.menuTag }),
  },
  'read an order': { status: 200, prepare: reading },
  'bump or recall a ticket': { status: 200, prepare: bumping },
  'list 50 open tickets': { status: 200, prepare: listing },
};
