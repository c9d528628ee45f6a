// npm run bench: Comanda beside the plain limit, turn about on one MariaDB.
//   npm run bench -- --only "place an order" --connections 64 --rounds 1 --seconds 2
//   npm run bench -- --orders 1000000 --write      also a Comanda with a million orders; writes docs/performance.md
import { parseArgs } from 'node:util';
import { build } from '../scripts/support/build-parts.mjs';
import { killAll } from '../scripts/support/tools.mjs';
import { countsOf, faultsOf, sameKeyFaults } from './correctness.mjs';
import { drive, memoryMegabytes, processorSeconds } from './load.mjs';
import { factsTable, fullTable, mainTable, writePage } from './report.mjs';
import { SCENARIOS } from './scenarios.mjs';
import { setStage } from './stage.mjs';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '1,16,64' },
    orders: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
/** As long as the engine goes on compiling: until then it costs up to a third more, and only in the first minute of a day. */
const WARM_SECONDS = 12;
const WARM_CONNECTIONS = 64;
const faults = [];

/** Drives a target and takes note of answers that are not the right ones. */
async function driveRight(target, name, { connections, seconds: duration }) {
  const { prepare, status } = SCENARIOS[name];
  const next = await prepare(target, connections);
  const result = await drive({ origin: target.origin, connections, seconds: duration, next });
  const wrong = Object.entries(result.statuses).filter(([code]) => Number(code) !== status);
  for (const [code, count] of wrong) faults.push(`${target.label}, ${name}: ${count} answers of ${code}`);
  return result;
}

async function measure(stage, target, name, connections) {
  const used = () => ({ server: processorSeconds(target.pid), database: processorSeconds(stage.databasePid) });
  const begun = used();
  const result = await driveRight(target, name, { connections, seconds });
  const ended = used();
  const micros = (key) => Math.round(((ended[key] - begun[key]) * 1e6) / Math.max(1, result.count));
  return { ...result, serverMicros: micros('server'), databaseMicros: micros('database') };
}

/** Turn about, so that what the machine does meanwhile happens to all of them. */
async function compare(stage, name, connections) {
  const row = { name, connections, runs: Object.fromEntries(stage.targets.map(({ label }) => [label, []])) };
  for (let round = 0; round < rounds; round++) {
    for (const target of stage.targets) {
      row.runs[target.label].push(await measure(stage, target, name, connections));
    }
  }
  console.log(mainTable([row]).split('\n').at(-1));
  return row;
}

/**
 * One scenario with each number of connections, warmed up: a cold program is nobody's daily bread. What was placed is
 * counted before and after, not in between: to count a million orders drives all else out of the database's memory.
 */
async function play(stage, name) {
  const isCounted = SCENARIOS[name].status === 201;
  const before = new Map();
  if (isCounted) for (const target of stage.targets) before.set(target, await countsOf(target));
  const warm = new Map();
  for (const target of stage.targets) {
    warm.set(target, await driveRight(target, name, { connections: WARM_CONNECTIONS, seconds: WARM_SECONDS }));
  }
  const rows = [];
  for (const connections of options.connections.split(',')) rows.push(await compare(stage, name, Number(connections)));
  for (const [target, counts] of before) {
    const runs = [warm.get(target), ...rows.flatMap((row) => row.runs[target.label])];
    const confirmed = runs.reduce((sum, { statuses }) => sum + (statuses[201] ?? 0), 0);
    faults.push(...(await faultsOf(target, counts, confirmed)));
  }
  return rows;
}

async function main() {
  if (!(await build(['shared', 'api']))) process.exit(1);
  const stage = await setStage(Number(options.orders));
  try {
    const rows = [];
    for (const name of Object.keys(SCENARIOS).filter((each) => each.includes(options.only))) {
      rows.push(...(await play(stage, name)));
    }
    for (const target of stage.targets) faults.push(...(await sameKeyFaults(target)));
    const [, { pid, upMs, idle }] = stage.targets;
    const { bytesPerOrder } = stage;
    const run = { seconds, rounds, faults, orders: Number(options.orders), bytesPerOrder };
    const facts = { ...run, upMs, idle, busy: memoryMegabytes(pid) };
    console.log(['', mainTable(rows), '', ...fullTable(rows, facts), factsTable(facts)].join('\n'));
    if (options.write) writePage(rows, facts);
  } finally {
    await stage.clear();
  }
}

process.once('exit', () => killAll());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
await main();
process.exit(faults.length > 0 ? 1 : 0);
