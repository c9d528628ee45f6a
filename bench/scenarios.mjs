import { STATIONS } from './world.mjs';

const OPEN_TICKETS = 50;

const finite = (list, toRequest) => () => {
  const next = list.pop();
  return next === undefined ? undefined : toRequest(next);
};
const anyOf = (list) => list[Math.floor(Math.random() * list.length)];

const SQL = {
  product: {
    orders: 'SELECT trackingToken FROM orders ORDER BY id DESC LIMIT 2000',
    fresh: `SELECT id FROM tickets WHERE locationId = ? AND state = 'fired' ORDER BY RAND() LIMIT 20000`,
    tidy: `UPDATE tickets SET state = 'handed' WHERE locationId = ? AND stationId = ? AND state = 'fired'
      AND id NOT IN (SELECT id FROM (SELECT id FROM tickets WHERE locationId = ? AND stationId = ? AND state = 'fired'
      ORDER BY id LIMIT ${OPEN_TICKETS}) AS kept)`,
  },
  plain: {
    orders: 'SELECT id FROM orders ORDER BY id DESC LIMIT 2000',
    fresh: 'SELECT id FROM tickets WHERE restaurant = ? AND state = 0 ORDER BY RAND() LIMIT 20000',
    tidy: `UPDATE tickets SET state = 2 WHERE restaurant = ? AND station = ? AND state = 0
      AND id NOT IN (SELECT id FROM (SELECT id FROM tickets WHERE restaurant = ? AND station = ? AND state = 0
      ORDER BY id LIMIT ${OPEN_TICKETS}) AS kept)`,
  },
};

const rows = async ({ name, connection }, statement, values = []) =>
  (await connection.query(SQL[name][statement], values))[0];
const restaurantOf = ({ restaurant = 1 }) => restaurant;

/** Each prepares a target and gives the function that makes the next request, and the status that is right. */
export const SCENARIOS = {
  'place an order': {
    connections: [1, 16, 64],
    status: 201,
    prepare: ({ requests }) => requests.place,
  },
  'read the menu': {
    connections: [16],
    status: 200,
    prepare:
      ({ requests }) =>
      () =>
        requests.menu(),
  },
  'menu unchanged (304)': {
    connections: [16],
    status: 304,
    prepare:
      ({ requests, menuTag }) =>
      () =>
        requests.menu(menuTag),
  },
  'read an order': {
    connections: [16],
    status: 200,
    async prepare(target) {
      const placed = await rows(target, 'orders');
      return () => target.requests.order(anyOf(placed));
    },
  },
  'bump a ticket': {
    connections: [16],
    status: 200,
    async prepare(target) {
      const fresh = await rows(target, 'fresh', [restaurantOf(target)]);
      return finite(fresh, ({ id }) => target.requests.bump(id));
    },
  },
  'list 50 open tickets': {
    connections: [16],
    status: 200,
    async prepare(target) {
      for (const station of STATIONS) {
        const place = [restaurantOf(target), station];
        await rows(target, 'tidy', [...place, ...place]);
      }
      return () => target.requests.tickets(anyOf(STATIONS));
    },
  },
};
