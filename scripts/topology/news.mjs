import { setTimeout as wait } from 'node:timers/promises';
import { call, logIn, place, Screen, visit } from '../installation/guests.mjs';
import { check, ms, quantile } from '../installation/report.mjs';
import { until } from '../installation/processes.mjs';

const ORDERS = 20;
/** As quick as a message; looking into the database takes up to 700 ms. */
const AT_ONCE_MS = 100;

/** Places orders on one process and measures when the screen that another one serves knows of them. */
async function timesFrom(address, restaurant, screen) {
  const times = [];
  for (let count = 0; count < ORDERS; count++) {
    const { status, body } = await place(address, restaurant);
    const answered = performance.now();
    if (status !== 201) throw new Error(`An order was refused: ${JSON.stringify(body)}`);
    await until('the screen hears of the order', async () => screen.heard.has(body.id), 5000);
    times.push(Math.max(0, screen.heard.get(body.id) - answered));
    await wait(Math.random() * 100);
  }
  return times;
}

const figures = (times) => `median ${ms(quantile(times, 0.5))}, longest ${ms(Math.max(...times))}`;

function checkWithinASecond(when, times) {
  check(`${when} an order is on another process within a second`, Math.max(...times) < 1000, figures(times));
}

const checkAtOnce = (when, times) => check(when, quantile(times, 0.5) < AT_ONCE_MS, figures(times));

/**
 * An order placed on one process is on a board that another one serves: at once with Redis, in a second without.
 * `redisWire` lies between Redis and the second process.
 */
export async function newsTravel({ apis: [first, second, third], redis, redisWire }) {
  const restaurant = await visit(first.address);
  const cook = await logIn(second.address, 'kitchen');
  const screen = new Screen(second.address, restaurant, cook);
  const listening = screen.listen();
  await until('the screen is live', async () => screen.ids.length > 0);
  const times = () => timesFrom(first.address, restaurant, screen);

  const withRedis = await times();
  checkWithinASecond('with Redis', withRedis);
  checkAtOnce('with Redis at once, not at the next look', withRedis);

  redisWire.loseAnswers(true);
  checkWithinASecond('when messages are lost', await times());
  redisWire.loseAnswers(false);

  redis.freeze();
  checkWithinASecond('when Redis hangs', await times());
  redis.thaw();

  await redis.stop();
  checkWithinASecond('without Redis', await times());
  await redis.start();
  await wait(3000);
  checkAtOnce('as quick as before when Redis is back', await times());

  const whole = screen.ids.every((id, index) => id === screen.ids[0] + index);
  check('the screen got every event once and in order', whole, `${screen.ids.length} events`);
  const { body: placed } = await place(first.address, restaurant);
  const { body: board } = await call(third.address, 'GET', `${restaurant.base}/board`, { headers: cook });
  const isThere = board.tickets.some(({ orderId }) => orderId === placed.id);
  check('a third process shows an order on its board', isThere);
  screen.close();
  await listening;
}
