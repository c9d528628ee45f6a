import { setTimeout as wait } from 'node:timers/promises';
import { feed, logIn, newKey, place, visit } from '../installation/guests.mjs';
import { check } from '../installation/report.mjs';

const GUESTS = 8;
const BEFORE_MS = 2000;
const AFTER_MS = 3000;

/** Sends an order again with the same key until there is an answer, as the site does. */
async function placeSurely(address, restaurant, headers) {
  for (let attempt = 1; attempt <= 20; attempt++) {
    const answer = await place(address, restaurant, headers).catch(() => undefined);
    if (answer?.status === 201) return { id: answer.body.id, attempt };
    if (answer && answer.status < 500) throw new Error(`An order was refused: ${JSON.stringify(answer.body)}`);
    await wait(200);
  }
  throw new Error('An order got no answer in twenty attempts.');
}

/** One of three processes is killed in the middle of orders: what was answered is there, and everything once. */
export async function nothingIsLost({ apis, proxy }) {
  const restaurant = await visit(proxy.address);
  const manager = await logIn(proxy.address, 'manager');
  const placed = [];
  let open = true;
  const guest = async () => {
    while (open) placed.push(await placeSurely(proxy.address, restaurant, newKey()));
  };
  const guests = Array.from({ length: GUESTS }, guest);
  await wait(BEFORE_MS);
  await apis[1].kill();
  const before = placed.length;
  await wait(AFTER_MS);
  open = false;
  await Promise.all(guests);

  const events = await feed(proxy.address, restaurant, manager);
  const inFeed = new Map(events.filter(({ type }) => type === 'order.placed').map(({ subject }) => [subject.id, 0]));
  for (const { type, data } of events)
    if (type === 'ticket.fired') inFeed.set(data.orderId, inFeed.get(data.orderId) + 1);
  const lost = placed.filter(({ id }) => !inFeed.has(id));
  const again = placed.filter(({ attempt }) => attempt > 1).length;
  check('the others go on when one is killed', placed.length > before, `${placed.length - before} orders afterwards`);
  check('no answered order is lost', lost.length === 0, `${placed.length} orders, ${again} sent more than once`);
  check('no order is there twice', new Set(placed.map(({ id }) => id)).size === placed.length);
  const gapless = events.every(({ position }, index) => position === index + 1);
  check('the feed has no gap', gapless, `${events.length} events`);
  await apis[1].start();
}
