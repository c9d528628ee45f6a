import { setTimeout as wait } from 'node:timers/promises';
import { call, logIn, place, Screen, visit } from '../installation/guests.mjs';
import { check, ms, quantile } from '../installation/report.mjs';

const GUESTS = 6;
const READERS = 4;
/** The proxy looks every half second and must have seen the process that is back before the next one goes. */
const SETTLE_MS = 1500;

/** Counts what is answered and what is not, until told to stop. */
function worker(task, counts) {
  let open = true;
  const running = (async () => {
    while (open) {
      try {
        const { status, ms: took } = await task();
        counts.answered += 1;
        counts.times.push(took);
        if (status >= 400) counts.failures.push(String(status));
      } catch (error) {
        counts.failures.push(error.code ?? error.message);
      }
    }
  })();
  return () => {
    open = false;
    return running;
  };
}

/** Two processes behind the proxy are stopped and started in turn under load: nobody notices. */
export async function rollingRestarts({ apis, proxy, restarts }) {
  const restaurant = await visit(proxy.address);
  const cook = await logIn(proxy.address, 'kitchen');
  const screen = new Screen(proxy.address, restaurant, cook);
  const listening = screen.listen();
  const counts = { answered: 0, failures: [], times: [] };
  const order = () => place(proxy.address, restaurant);
  const read = () => call(proxy.address, 'GET', `${restaurant.base}/menu`);
  const workers = [
    ...Array.from({ length: GUESTS }, () => worker(order, counts)),
    ...Array.from({ length: READERS }, () => worker(read, counts)),
  ];
  const codes = new Set();
  const stops = [];
  for (let count = 0; count < restarts; count++) {
    const api = apis[count % apis.length];
    const begun = performance.now();
    codes.add(await api.stop());
    stops.push(performance.now() - begun);
    await api.start();
    await wait(SETTLE_MS);
  }
  await Promise.all(workers.map((stop) => stop()));
  await wait(2000);
  screen.close();
  await listening;

  const kinds = [...new Set(counts.failures)].join(', ');
  const served = `${counts.answered} answers, p99 ${ms(quantile(counts.times, 0.99))}`;
  check(`${restarts} rolling restarts fail no request`, counts.failures.length === 0, [served, kinds].join(' '));
  check('every process ends with 0', codes.size === 1 && codes.has(0), `in ${ms(Math.max(...stops))} at most`);
  const whole = screen.ids.every((id, index) => id === screen.ids[0] + index);
  check(
    'a screen comes back and misses nothing',
    whole && screen.cuts > 0,
    `${screen.ids.length} events, ${screen.cuts} cuts`,
  );
}
