// npm run bench: Comanda beside the plain limit, turn about in one run against one MariaDB. Figures wander with the
// machine; the ratios are what counts.
//   npm run bench -- --seconds 4 --rounds 3 --prefill 1000000 --only place --write
import { parseArgs } from 'node:util';
import { build } from '../scripts/support/build-parts.mjs';
import { killAll } from '../scripts/support/tools.mjs';
import { countsOf, faultsOf } from './correctness.mjs';
import { drive, memoryMegabytes, processorSeconds } from './load.mjs';
import { prefill } from './prefill.mjs';
import { toTable, writePage } from './report.mjs';
import { SCENARIOS } from './scenarios.mjs';
import { setStage } from './stage.mjs';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    prefill: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
const faults = [];

async function measure(stage, target, name, connections) {
  const { prepare, status } = SCENARIOS[name];
  const next = await prepare(target);
  const placing = name === 'place an order';
  const before = placing ? await countsOf(target) : undefined;
  const used = () => ({ server: processorSeconds(target.pid), database: processorSeconds(stage.databasePid) });
  const begun = used();
  const result = await drive({ origin: target.origin, connections, seconds, next });
  const ended = used();
  const wrong = Object.entries(result.statuses).filter(([code]) => Number(code) !== status);
  for (const [code, count] of wrong) faults.push(`${target.name}, ${name}: ${count} answers of ${code}`);
  if (before) faults.push(...(await faultsOf(target, before, result.statuses[201] ?? 0)));
  const micros = (key) => Math.round(((ended[key] - begun[key]) * 1e6) / Math.max(1, result.count));
  return { ...result, serverMicros: micros('server'), databaseMicros: micros('database') };
}

async function compare(stage, name, connections) {
  const rows = { plain: [], product: [] };
  for (let round = 0; round < rounds; round++) {
    for (const target of [stage.plain, stage.product]) {
      rows[target.name].push(await measure(stage, target, name, connections));
    }
  }
  const row = { name, connections, ...rows };
  console.log(toTable([row]).split('\n').at(-1));
  return row;
}

async function main() {
  if (!(await build(['shared', 'api']))) process.exit(1);
  const stage = await setStage();
  try {
    if (Number(options.prefill) > 0) await prefill(stage, Number(options.prefill));
    // A cold program is nobody's daily bread.
    for (const target of [stage.plain, stage.product]) {
      await drive({ origin: target.origin, connections: 16, seconds: 3, next: target.requests.place });
    }
    const rows = [];
    for (const [name, { connections }] of Object.entries(SCENARIOS)) {
      if (!name.includes(options.only)) continue;
      for (const count of connections) rows.push(await compare(stage, name, count));
    }
    const facts = { prefill: Number(options.prefill), seconds, rounds, faults };
    const product = { memory: memoryMegabytes(stage.product.pid), upMs: Math.round(stage.product.upMs) };
    console.log(`\n${toTable(rows)}\n\n${faults.length === 0 ? 'Everything added up.' : faults.join('\n')}`);
    if (options.write) writePage(rows, { ...facts, ...product });
  } finally {
    await stage.clear();
  }
}

process.once('exit', () => killAll());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
await main();
process.exit(faults.length > 0 ? 1 : 0);
