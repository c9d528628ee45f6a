import { setTimeout as wait } from 'node:timers/promises';
import { call, place, visit } from '../installation/guests.mjs';
import { until } from '../installation/processes.mjs';
import { check, ms } from '../installation/report.mjs';

const GUESTS = 10;
const AWAY_MS = 4000;
const LONGEST_MS = 5000;

const isRefusal = ({ status, headers, body }) =>
  status === 503 &&
  headers['retry-after'] !== undefined &&
  headers['content-type'].startsWith('application/problem+json') &&
  body.code === 'service_unavailable' &&
  body.requestId !== undefined;

/** The database goes away under load and comes back; nobody starts a process anew. */
export async function databaseAway({ proxy, database }) {
  const restaurant = await visit(proxy.address);
  const answers = [];
  let open = true;
  const guest = async (ask) => {
    while (open) {
      answers.push(await ask());
      await wait(20);
    }
  };
  const order = () => place(proxy.address, restaurant);
  const look = () => call(proxy.address, 'GET', `${restaurant.base}/menu`);
  const guests = Array.from({ length: GUESTS }, (_, index) => guest(index % 2 ? order : look));
  await wait(500);
  await database.kill();
  await wait(AWAY_MS);
  await database.revive();
  const begun = performance.now();
  await until('orders are taken again', async () => (await order()).status === 201);
  const back = performance.now() - begun;
  open = false;
  await Promise.all(guests);

  const refusals = answers.filter(({ status }) => status >= 400);
  const byProxy = refusals.filter(({ headers }) => headers['ratelimit'] === undefined).length;
  const figures = `${refusals.length} of ${answers.length}, ${byProxy} by the proxy itself`;
  check('without its database it refuses with 503, Retry-After and a problem', refusals.every(isRefusal), figures);
  check('there was something to refuse', refusals.length > 0);
  const longest = Math.max(...answers.map(({ ms: took }) => took));
  check('nobody waits longer than 5 s for that', longest < LONGEST_MS, `at most ${ms(longest)}`);
  check('it takes orders again by itself', back < 5000, `${ms(back)} after the database is back`);
}
