import { setTimeout as wait } from 'node:timers/promises';
import { place, visit } from '../installation/guests.mjs';
import { check, ms, quantile } from '../installation/report.mjs';

const FEW = 64;
const MANY = 128;
const TIMES = 10;
const LONG_MS = 5000;
/** A guest who was refused presses again at once, as far as people can. */
const PRESS_AGAIN_MS = 250;
const REFUSED = new Set([429, 503]);

/** Guests order without a pause for some time; resolves to what they were answered. */
async function crowd(proxy, restaurant, guests) {
  const answers = { taken: [], refused: [], other: [] };
  const end = performance.now() + LONG_MS;
  const guest = async () => {
    await wait(Math.random() * 200);
    while (performance.now() < end) {
      const { status, ms: took } = await place(proxy.address, restaurant).catch(({ message }) => ({ status: message }));
      if (status === 201) answers.taken.push(took);
      else if (REFUSED.has(status)) answers.refused.push(took);
      else answers.other.push(status);
      if (status !== 201) await wait(Math.random() * 2 * PRESS_AGAIN_MS);
    }
  };
  await Promise.all(Array.from({ length: guests }, guest));
  return { ...answers, perSecond: answers.taken.length / (LONG_MS / 1000) };
}

async function medianOfOne(proxy, restaurant) {
  const times = [];
  for (let count = 0; count < 20; count++) times.push((await place(proxy.address, restaurant)).ms);
  return quantile(times, 0.5);
}

/** Ten times as many guests as the product can serve: it serves as many as before, and refuses the others quickly. */
export async function overload({ proxy }) {
  const restaurant = await visit(proxy.address);
  await crowd(proxy, restaurant, FEW);
  const alone = await medianOfOne(proxy, restaurant);
  const served = [await crowd(proxy, restaurant, FEW), await crowd(proxy, restaurant, MANY)];
  const peak = Math.max(...served.map(({ perSecond }) => perSecond));
  const over = await crowd(proxy, restaurant, FEW * TIMES);
  const begun = performance.now();
  let again = await medianOfOne(proxy, restaurant);
  while (again > 2 * alone && performance.now() - begun < 10_000) again = await medianOfOne(proxy, restaurant);
  const recovered = performance.now() - begun;

  const share = over.perSecond / peak;
  const rates = `${over.perSecond.toFixed(0)} of ${peak.toFixed(0)} orders a second`;
  check('ten times too many guests: at least 80 % of the peak is served', share >= 0.8, rates);
  const refusals = `${over.refused.length} refused, p99 ${ms(quantile(over.refused, 0.99))}`;
  check('those beyond are refused quickly', quantile(over.refused, 0.99) < 1000, refusals);
  check('nobody is answered in another way', over.other.length === 0, [...new Set(over.other)].join(', '));
  const p99 = `p99 ${ms(quantile(over.taken, 0.99))}`;
  check('those who are served wait for seconds at most', quantile(over.taken, 0.99) < 5000, p99);
  check('all is as before within 5 s', again <= 2 * alone && recovered < 5000, `${ms(alone)}, then ${ms(again)}`);
}
