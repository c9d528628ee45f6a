// npm run bench:live: thousands of guests follow their restaurants on one process while orders come in.
//   npm run bench:live -- --streams 5000 --seconds 20 --write
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from '../scripts/support/build-parts.mjs';
import { startMariadb } from '../scripts/support/mariadb.mjs';
import { killAll } from '../scripts/support/tools.mjs';
import { Connection, toBytes } from './http-client.mjs';
import { memoryMegabytes, percentile, processorSeconds } from './load.mjs';
import { headed, writeSection } from './report.mjs';
import { productTarget } from './stage.mjs';

const { values: options } = parseArgs({
  options: {
    streams: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '20' },
    orders: { type: 'string', default: '10' },
    write: { type: 'boolean', default: false },
  },
});
const streams = Number(options.streams);
const seconds = Number(options.seconds);
const ordersPerSecond = Number(options.orders);
/** Connections are opened so many at a time, as after a restart. */
const AT_ONCE = 100;
/** Streams whose other end never reads. */
const SLEEPERS = 10;

/** What all streams have heard; an order tells those of its restaurant that portions were taken. */
const heard = { messages: 0, heartbeats: 0, delays: [] };
const sentAt = new Map();

function listen(origin, id) {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.setEncoding('latin1');
  socket.write(toBytes({ method: 'GET', path: `/api/v1/locations/${id}/live` }));
  socket.on('data', (text) => {
    if (text.includes('event: heartbeat')) heard.heartbeats += 1;
    const count = text.split('event: availability.changed').length - 1;
    if (count === 0) return;
    heard.messages += count;
    heard.delays.push(performance.now() - sentAt.get(id));
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject).once('data', (head) => {
      if (head.startsWith('HTTP/1.1 200')) resolve(socket);
      else reject(new Error(`A stream was answered ${head.split('\r\n', 1)[0]}.`));
    });
  });
}

async function openAll(origin, ids) {
  const sockets = [];
  while (sockets.length < streams) {
    const some = Array.from({ length: Math.min(AT_ONCE, streams - sockets.length) }, (_, index) =>
      listen(origin, ids[(sockets.length + index) % ids.length]),
    );
    sockets.push(...(await Promise.all(some)));
  }
  for (const socket of sockets.slice(0, SLEEPERS)) socket.pause();
  return sockets;
}

/** How many messages so many orders make, of which one restaurant after the other gets one. */
function messagesOf(orders, restaurants) {
  const listening = Array(restaurants).fill(0);
  for (let index = SLEEPERS; index < streams; index++) listening[index % restaurants] += 1;
  return Array.from({ length: orders }, (_, order) => listening[order % restaurants]).reduce(
    (sum, each) => sum + each,
    0,
  );
}

/** One restaurant after the other gets an order. */
async function placeOrders({ origin, requests, ids }) {
  const connection = new Connection(origin);
  const begun = performance.now();
  let placed = 0;
  for (; performance.now() - begun < seconds * 1000; placed++) {
    const id = ids[placed % ids.length];
    sentAt.set(id, performance.now());
    const { status } = await connection.ask(requests.placeAt(id));
    if (status !== 201) throw new Error(`An order was answered ${status}.`);
    await sleep(Math.max(0, (placed + 1) * (1000 / ordersPerSecond) - (performance.now() - begun)));
  }
  connection.close();
  return placed;
}

async function measure(target) {
  const empty = memoryMegabytes(target.pid);
  const sockets = await openAll(target.origin, target.ids);
  const cpuOf = async (work) => {
    const before = processorSeconds(target.pid);
    const begun = performance.now();
    const result = await work();
    return { result, share: (processorSeconds(target.pid) - before) / ((performance.now() - begun) / 1000) };
  };
  const resting = await cpuOf(() => sleep(10_000));
  Object.assign(heard, { messages: 0, delays: [] });
  const busy = await cpuOf(() => placeOrders(target));
  await sleep(2000);
  const memory = memoryMegabytes(target.pid);
  for (const socket of sockets) socket.destroy();
  return {
    empty,
    memory,
    resting: resting.share,
    busy: busy.share,
    expected: messagesOf(busy.result, target.ids.length),
  };
}

function toTable({ empty, memory, resting, busy, expected }) {
  const delays = heard.delays.sort((a, b) => a - b);
  const percent = (share) => `${(share * 100).toFixed(0)} % of one core`;
  return headed(
    ['', ''],
    [
      ['open streams on one process', `${streams}, ${SLEEPERS} of which never read`],
      [
        'memory without, with them',
        `${empty} MB, ${memory} MB (${(((memory - empty) * 1024) / streams).toFixed(0)} kB each)`,
      ],
      ['processor, heartbeats only', percent(resting)],
      [`processor, ${ordersPerSecond} orders/s placed and told`, percent(busy)],
      ['messages heard of those expected', `${heard.messages} of ${expected}`],
      [
        'from sending an order to being heard, p50 / p99',
        `${percentile(delays, 0.5).toFixed(0)} / ${percentile(delays, 0.99).toFixed(0)} ms`,
      ],
    ],
  );
}

async function main() {
  if (!(await build(['shared', 'api']))) process.exit(1);
  const mariadb = await startMariadb();
  try {
    const target = await productTarget(mariadb, 'comanda_bench_live');
    const measured = await measure(target);
    const table = toTable(measured);
    console.log(table);
    if (heard.messages < measured.expected) process.exitCode = 1;
    if (options.write) writeSection('live', table);
    await target.stop();
    await target.connection.end();
  } finally {
    mariadb.stop();
  }
}

process.once('exit', () => killAll());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
await main();
process.exit();
